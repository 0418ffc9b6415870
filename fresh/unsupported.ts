/** Thrown where a part of Fresh is asked for that this runtime does not have. */
export class Unsupported extends Error {
  override name = "LeftOut";

  /** `what` as the caller wrote it, such as `app.listen()`. */
  constructor(what: string) {
    super(`${what} is left out of this runtime; fresh/README.md lists what it has`);
  }
}

// Names that Fresh exports and this runtime does not support: using one throws, and names it.
export const assetSrcSet = missing("assetSrcSet()");
export const cors = missing("cors()");
export const Partial = missing("<Partial>");
export const trailingSlashes = missing("trailingSlashes()");

function missing(what: string): (..._: unknown[]) => never {
  return () => {
    throw new Unsupported(what);
  };
}
