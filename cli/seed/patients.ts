import type { PatientRecord } from "@/db/tables/patients.ts";
import { ageOn, plusDays } from "./days.ts";
import { randomName } from "./names.ts";
import type { Random } from "./random.ts";

/**
 * Invented patients without end, each with the next file number.
 *
 * @param today YYYY-MM-DD; nobody is born after it
 * @param firstNumber the first patient's file number
 */
export function* randomPatients(
  random: Random,
  today: string,
  firstNumber: number,
): Generator<PatientRecord> {
  let lastPhone = "";
  for (let number = firstNumber;; number++) {
    const patient = randomPatient(random, today, String(number), lastPhone);
    lastPhone = patient.contact_details || lastPhone;
    yield patient;
  }
}

function randomPatient(
  random: Random,
  today: string,
  fileNumber: string,
  familyPhone: string,
): PatientRecord {
  const gender = randomGender(random);
  const born = randomBirthDate(random, today);
  const age = ageOn(today, born);
  const estimated = age > 40 && random.chance(20); // the year is remembered, or guessed
  return {
    full_name: randomName(random, gender === "F" || gender !== "M" && random.chance(50), age),
    date_of_birth: estimated ? `${born.slice(0, 4)}-01-01` : born,
    ...(estimated ? { date_of_birth_estimated: true as const } : {}),
    gender,
    contact_details: randomPhone(random, familyPhone),
    file_number: fileNumber,
  };
}

/** More women than men come to an outpatient clinic. */
function randomGender(random: Random): PatientRecord["gender"] {
  const share = random.int(1, 1_000);
  if (share <= 590) return "F";
  return share <= 994 ? "M" : share <= 996 ? "O" : "U";
}

/** Many small children, few very old people. */
function randomBirthDate(random: Random, today: string): string {
  const oldest = random.pick([2, 6, 18, 30, 40, 50, 60, 75, 95]);
  return plusDays(today, -random.int(1, oldest * 365));
}

/** Lesotho's mobile numbers begin with 5 or 6. Families share one, and some people have none. */
function randomPhone(random: Random, familyPhone: string): string {
  const share = random.int(1, 100);
  if (share <= 8) return "";
  if (share <= 18) return familyPhone;
  const number = `${random.pick(["56", "57", "58", "59", "62", "63"])}${randomDigits(random)}`;
  return share <= 30 ? `${number.slice(0, 4)} ${number.slice(4)}` : `+266${number}`;
}

function randomDigits(random: Random): string {
  return String(random.int(0, 999_999)).padStart(6, "0");
}
