import { z } from "zod";

/** The fields that people fill in, for the API's bodies and the console's forms alike. */

const visible = /[\p{L}\p{N}]/u; // something to call a person by, whatever the script

/** A name of 1–200 characters of any script, stored as typed, without spaces around it. */
export const fullName = z.string().trim().min(1).max(200)
  .regex(visible, "must hold a letter or a digit").describe("1–200 characters of any script");

/** A day that exists, YYYY-MM-DD. */
export const day = z.iso.date("must be a real day, YYYY-MM-DD").describe("a real day, YYYY-MM-DD");

/** HH:MM, 00:00–23:59, in the clinic's time zone. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time, HH:MM")
  .describe("HH:MM in the clinic's time zone");

export const gender = z.enum(["M", "F", "O", "U"], "must be M, F, O or U").describe(
  "M, F, O (other) or U (unknown)",
);

export const contactDetails = z.string().max(200).describe("0–200 characters, returned as sent");

export const fileNumber = z.string().min(1).max(32)
  .regex(/^[\p{L}\p{N}/-]+$/u, "may hold letters, digits, / and - only")
  .describe("1–32 letters, digits, / and -; unique without regard to case");

export const notes = z.string().max(10_000).describe('0–10,000 characters; "" means none');

export const departmentName = z.string().trim().min(1).max(100).regex(
  visible,
  "must hold a letter or a digit",
);

export const username = z.string().min(1).max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u, "may hold letters, digits, . _ @ and - only");

/** A password as sent. 1,024 is no policy: it bounds what is hashed. */
export const password = z.string().min(1).max(1_024);

/** A password that an administrator sets for somebody: its owner changes it. */
export const initialPassword = z.string().min(8, "must have at least 8 characters").max(1_024);

export const voidReason = z.string().trim().min(1).max(500).describe("why; 1–500 characters");

/** An id in a body: any string, because an id that names nothing is answered as such, not as a malformed one. */
export const idInBody = z.string().min(1).max(100);
