/** Thrown where an app uses a part of Fresh that this runtime does not have. */
export class Unsupported extends Error {
  override name = "Unsupported";

  /** `what` as the caller wrote it, such as `app.listen()`. */
  constructor(what: string) {
    super(`${what} is not supported by this runtime; fresh/README.md lists what is`);
  }
}

// Names that Fresh exports and this runtime does not support: calling one throws, and names it.
export const assetSrcSet = unsupported("assetSrcSet()");
export const cors = unsupported("cors()");
export const Partial = unsupported("<Partial>");
export const trailingSlashes = unsupported("trailingSlashes()");

function unsupported(what: string): (..._: unknown[]) => never {
  return () => {
    throw new Unsupported(what);
  };
}
