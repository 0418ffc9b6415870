import type { KeyLocation } from "./key_location.ts";
import { query } from "./verb.ts";

/** Where the key is, for those who have to keep a copy. */
export const getKeyLocation = query(
  "system.locate_key",
  ({ clinic }, _: void): Promise<KeyLocation> => Promise.resolve(clinic.keyLocation),
);
