/** The query parameter that names the build; `staticFiles()` then lets the browser keep the file for a year. */
export const BUILD_PARAM = "__frsh_c";

// One build is served by one process; the browser is told by the islands' data block.
let buildId = "";

/** Called when a build is applied, and by the boot module in the browser. */
export function setBuildId(id: string): void {
  buildId = id;
}

/** The URL of a file in static/ that may be cached for good: it changes when the build does. */
export function asset(path: string): string {
  if (buildId === "" || !path.startsWith("/") || path.startsWith("//")) return path;
  const [withoutHash = "", ...hash] = path.split("#");
  const separator = withoutHash.includes("?") ? "&" : "?";
  return [`${withoutHash}${separator}${BUILD_PARAM}=${buildId}`, ...hash].join("#");
}
