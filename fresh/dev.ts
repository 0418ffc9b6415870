/** The part of Fresh 2.3's `fresh/dev` that the console uses. */
export { type ApplySnapshot, Builder, type BuildOptions } from "./build/builder.ts";
