/** A file of the reference. It is read when it is first requested: the largest has 1.7 MB. */
export interface DocsFile {
  readonly type: string;
  readonly load: () => Promise<string>;
}

/** The style sheets and scripts under /api/docs/, by name. */
export const files: Readonly<Record<string, DocsFile>> = {
  "page.css": {
    type: "text/css; charset=utf-8",
    load: async () => (await import("./page.css", { with: { type: "text" } })).default,
  },
  "reference.css": {
    type: "text/css; charset=utf-8",
    load: async () => (await import("./reference.css", { with: { type: "text" } })).default,
  },
  "reference.js": {
    type: "text/javascript; charset=utf-8",
    load: async () => (await import("./reference.js", { with: { type: "text" } })).default,
  },
  "swagger-ui.css": {
    type: "text/css; charset=utf-8",
    load: async () => (await import("swagger-ui-dist/swagger-ui.css", { with: { type: "text" } })).default,
  },
  "swagger-ui.js": {
    type: "text/javascript; charset=utf-8",
    load: async () =>
      (await import("swagger-ui-dist/swagger-ui-bundle.js", { with: { type: "text" } })).default,
  },
};
