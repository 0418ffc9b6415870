import { createDefine } from "fresh";
import type { DeskState, State } from "./state.ts";

export const define = createDefine<State>();

/** For the pages of (desk), whose guard has seen to it that somebody is signed in. */
export const defineDesk = createDefine<DeskState>();
