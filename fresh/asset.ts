/** The query parameter that names the build; `staticFiles()` then lets the browser cache the file for a year. */
export const BUILD_PARAM = "__frsh_c";

// A process serves one build. In the browser the islands' data block brings the id.
let buildId = "";

/** Called when a build is applied, and by the boot module in the browser. */
export function setBuildId(id: string): void {
  buildId = id;
}

/** The URL of a file in static/, with the build's id in it, so that it may be cached until the next build. */
export function asset(path: string): string {
  if (buildId === "" || !path.startsWith("/") || path.startsWith("//")) return path;
  const [withoutHash = "", ...hash] = path.split("#");
  const separator = withoutHash.includes("?") ? "&" : "?";
  return [`${withoutHash}${separator}${BUILD_PARAM}=${buildId}`, ...hash].join("#");
}
