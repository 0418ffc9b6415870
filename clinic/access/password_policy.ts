import { randomInt } from "node:crypto";
import { fold } from "@/db/text/fold.ts";
import { invalid } from "@/clinic/errors.ts";

const MIN_LENGTH = 8;
const COMMON_PASSWORD_COUNT = 3_000; // of SHORTEST and more: of the 3,000 commonest of any length only 675 are as long
const INITIAL_PASSWORD_DAYS = 7;
const CLINIC_NAMES = ["dovms"];

/** Whose password it is: words it must not be. */
export interface PasswordOwner {
  readonly username: string;
  readonly full_name: string;
}

/**
 * A password one chooses: 8 characters or more, not among the 3,000 commonest, not one's own or the clinic's name
 * (ASVS 5.0 V6.2). Nothing else: no rule about kinds of characters makes passwords harder to guess.
 * @throws ClinicError naming `field`
 */
export async function requireGoodPassword(
  field: string,
  password: string,
  owner: PasswordOwner,
): Promise<void> {
  if ([...password].length < MIN_LENGTH) {
    throw invalid(field, "too_short", `A password has at least ${MIN_LENGTH} characters.`);
  }
  const names = [owner.username, owner.full_name, ...CLINIC_NAMES].flatMap((
    name,
  ) => [fold(name), withoutSpaces(name)]);
  if (names.includes(fold(password)) || names.includes(withoutSpaces(password))) {
    throw invalid(field, "a_name", "A password must not be a name that anybody here knows.");
  }
  if ((await commonPasswords()).has(password.toLowerCase())) {
    throw invalid(field, "too_common", "This is one of the commonest passwords there are.");
  }
}

/** When a password that somebody else set ends by itself (instant, UTC). */
export function initialPasswordEnd(now: Date): string {
  return new Date(now.getTime() + INITIAL_PASSWORD_DAYS * 86_400_000).toISOString();
}

/** A password for one use, easy to read out: 3 groups of 5 letters out of 24, 68 bits. */
export function oneTimePassword(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)];
  return Array.from({ length: 3 }, () => Array.from({ length: 5 }, letter).join("")).join("-");
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz"; // without l and o, which look like 1 and 0

function withoutSpaces(name: string): string {
  return fold(name).replaceAll(" ", "");
}

let common: Promise<ReadonlySet<string>> | undefined;

/** Loaded when somebody first chooses a password: 380 KB that most starts never need. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  return common ??= import("@zxcvbn-ts/language-common")
    .then(({ dictionary }) => dictionary["passwords-common"].filter((word) => word.length >= MIN_LENGTH))
    .then((words) => new Set(words.slice(0, COMMON_PASSWORD_COUNT)));
}
