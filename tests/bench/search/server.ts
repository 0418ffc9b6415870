import type { OurPlace } from "@/tests/bench/seed_ours.ts";
import { type Server, startScript } from "@/tests/bench/servers.ts";

/** Our server inside a process that also tells about its snapshots, or makes none: see registering.ts. */
export function startRegistering({ data, config }: OurPlace, without: boolean): Promise<Server> {
  return startScript("search/registering.ts", data, config, ...without ? ["without"] : []);
}
