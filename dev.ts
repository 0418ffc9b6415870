import { Builder } from "fresh/dev";

// Writes `_fresh/` from routes/, islands/ and static/. A step of its own because esbuild runs as a process, which the
// server is not permitted to start.
if (import.meta.main) await new Builder({ outDir: "_fresh", target: "es2022" }).build();
