// control/: how a command runs inside a server that has the database open. The client side posts the command to a port
// that the server opens on loopback for this alone; the server side runs it and streams back what it prints.

import { z } from "zod";

/** The content of `server.json` in the data folder, readable by its owner alone. The secret is new at every start. */
export const controlAddress = z.object({ pid: z.int(), port: z.int(), secret: z.string() });

/** One line of an answer: what a command prints, how far it is, or its exit code, which comes last. */
export const outputEvent = z.union([
  z.object({ line: z.string() }),
  z.object({ progress: z.tuple([z.string(), z.number(), z.number()]) }),
  z.object({ exit: z.int() }),
]);
export type OutputEvent = z.infer<typeof outputEvent>;
