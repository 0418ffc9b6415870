import { DatabaseUnavailable } from "@/db/port/port.ts";
import { clinicOf } from "./clinic.ts";
import type { ClinicHandle } from "./scope.ts";

/** Whether the database answers now. */
export async function isReachable(clinic: ClinicHandle): Promise<boolean> {
  try {
    await clinicOf(clinic).store.port.read({ sql: "SELECT 1", args: [] });
    return true;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return false;
    throw error;
  }
}
