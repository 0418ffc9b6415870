import { DatabaseUnavailable } from "@/db/port/port.ts";
import type { Clinic } from "./clinic.ts";

/** Whether the database answers now. */
export async function isReachable({ store }: Clinic): Promise<boolean> {
  try {
    await store.port.read({ sql: "SELECT 1", args: [] });
    return true;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return false;
    throw error;
  }
}
