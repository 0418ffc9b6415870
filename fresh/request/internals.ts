/**
 * The key of what an App or a Context knows and routes do not see. A symbol that `fresh` does not export, so that
 * nothing outside of this folder can depend on it.
 */
export const internals = Symbol("fresh");
