import { ageOn, daysBetween, isSunday, plusDays } from "./days.ts";
import { type DemoDepartment, demoDepartments } from "./demo_departments.ts";
import type { Random } from "./random.ts";

/** What the visits of a patient depend on. */
export interface Person {
  readonly gender: string;
  readonly born: string;
}

/** An invented visit. */
export interface DemoVisit {
  readonly department: string;
  /** YYYY-MM-DD and HH:MM */
  readonly date: string;
  readonly time: string;
  readonly notes: string;
}

const TWO_YEARS_DAYS = 730;

/** A visit of this person in the two years up to `today` (YYYY-MM-DD), and not before birth. */
export function randomVisit(random: Random, person: Person, today: string): DemoVisit {
  const date = randomDay(random, person.born, today);
  const department = randomDepartment(random, person.gender, ageOn(date, person.born));
  const [from, to] = random.chance(70) ? [450, 749] : [750, 989]; // mornings are full
  return {
    department: department.name,
    date,
    time: toTimeOfDay(random.int(from!, to!)),
    notes: randomNote(random, department),
  };
}

function randomDay(random: Random, born: string, today: string): string {
  const daysAgo = random.int(0, Math.min(TWO_YEARS_DAYS, daysBetween(born, today)));
  const day = plusDays(today, -daysAgo);
  return isSunday(day) && daysAgo > 0 ? plusDays(day, 1) : day;
}

function randomDepartment(random: Random, gender: string, age: number): DemoDepartment {
  const open = demoDepartments.filter(({ accepts }) => accepts(gender, age));
  let left = random.int(1, open.reduce((sum, { share }) => sum + share, 0));
  return open.find(({ share }) => (left -= share) <= 0)!;
}

/** Minutes after midnight as HH:MM. */
function toTimeOfDay(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Mostly one of the department's notes, its placeholders filled in; some visits have none. */
function randomNote(random: Random, { notes }: DemoDepartment): string {
  if (random.chance(6)) return "";
  return random.pick(notes).replace(/\{(\w+)\}/g, (_, what) => placeholders[what]!(random));
}

const placeholders: Record<string, (random: Random) => string> = {
  n: (random) => String(random.int(2, 9)),
  m: (random) => String(random.int(1, 6)),
  w: (random) => String(random.int(12, 39)),
  g: (random) => `${random.int(5, 12)}.${random.int(0, 9)}`,
  t: (random) => `${random.int(37, 39)}.${random.int(0, 9)}`,
  bp: (random) => `${random.int(100, 170)}/${random.int(60, 100)}`,
};
