import type { Context } from "fresh";
import type { State } from "@/routes/(_shared)/state.ts";

/** For addresses that only take forms: whoever opens or reloads one is led to the record that it is about, e.g. below `/visits`. */
export function toRecord(folder: string): (ctx: Context<State>) => Response {
  return (ctx) => ctx.redirect(`${folder}/${encodeURIComponent(ctx.params.id!)}`, 303);
}
