import type { PatientRecord } from "@/db/tables/patients.ts";
import { ageOn, plusDays } from "./days.ts";
import { inventName } from "./names.ts";
import type { Random } from "./random.ts";

/**
 * Invented patients without end, each with the next file number.
 * @param today YYYY-MM-DD: nobody is born after it @param firstNumber of a file
 */
export function* inventPatients(
  random: Random,
  today: string,
  firstNumber: number,
): Generator<PatientRecord> {
  let lastPhone = "";
  for (let number = firstNumber;; number++) {
    const patient = inventPatient(random, today, String(number), lastPhone);
    lastPhone = patient.contact_details || lastPhone;
    yield patient;
  }
}

function inventPatient(
  random: Random,
  today: string,
  fileNumber: string,
  familyPhone: string,
): PatientRecord {
  const gender = inventGender(random);
  const born = inventBirth(random, today);
  const age = ageOn(today, born);
  const estimated = age > 40 && random.chance(20); // the year is remembered, or guessed
  return {
    full_name: inventName(random, gender === "F" || gender !== "M" && random.chance(50), age),
    date_of_birth: estimated ? `${born.slice(0, 4)}-01-01` : born,
    ...(estimated ? { date_of_birth_estimated: true as const } : {}),
    gender,
    contact_details: inventPhone(random, familyPhone),
    file_number: fileNumber,
  };
}

/** More women than men come to an outpatient clinic. */
function inventGender(random: Random): PatientRecord["gender"] {
  const share = random.int(1, 1_000);
  if (share <= 590) return "F";
  return share <= 994 ? "M" : share <= 996 ? "O" : "U";
}

/** Many small children, few very old people. */
function inventBirth(random: Random, today: string): string {
  const oldest = random.pick([2, 6, 18, 30, 40, 50, 60, 75, 95]);
  return plusDays(today, -random.int(1, oldest * 365));
}

/** Lesotho's mobile numbers begin with 5 or 6. Families share one, and some people have none. */
function inventPhone(random: Random, familyPhone: string): string {
  const share = random.int(1, 100);
  if (share <= 8) return "";
  if (share <= 18) return familyPhone;
  const number = `${random.pick(["56", "57", "58", "59", "62", "63"])}${inventDigits(random)}`;
  return share <= 30 ? `${number.slice(0, 4)} ${number.slice(4)}` : `+266${number}`;
}

function inventDigits(random: Random): string {
  return String(random.int(0, 999_999)).padStart(6, "0");
}
