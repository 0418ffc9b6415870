/** What routes and islands may both import: the part of Fresh 2.3's `fresh/runtime` that the console uses. */
export { asset } from "./asset.ts";
export { Head } from "./render/head.ts";
export { HttpError } from "./http_error.ts";
export { assetSrcSet, Partial } from "./unsupported.ts";

/** True in the browser, false on the server. */
export const IS_BROWSER: boolean = "document" in globalThis;
