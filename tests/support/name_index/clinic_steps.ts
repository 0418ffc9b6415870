import fc from "fast-check";
import { anyPerson, type Person, somePeople } from "./any_patients.ts";
import { anySearch } from "./any_searches.ts";

/** What can happen to a clinic's patients, and to what keeps them. `nth` is a patient, a copy …, counted round. */
export type ClinicStep =
  | { readonly do: "register"; readonly by: Which; readonly people: readonly Person[] }
  | {
    readonly do: "register many";
    readonly by: Which;
    readonly people: readonly Person[];
    readonly count: number;
  }
  | {
    readonly do: "change";
    readonly by: Which;
    readonly nth: number;
    readonly person: Person;
    readonly what: What;
  }
  | { readonly do: "void"; readonly by: Which; readonly nth: number }
  | { readonly do: "restore"; readonly by: Which; readonly nth: number }
  | { readonly do: "log visit"; readonly by: Which; readonly nth: number }
  | { readonly do: "search"; readonly by: Which; readonly searches: readonly string[] }
  | { readonly do: "save"; readonly by: Which }
  | { readonly do: "begin to save"; readonly by: Which }
  | { readonly do: "reopen"; readonly by: Which }
  | { readonly do: "kill"; readonly by: Which; readonly afterWrites: number | null }
  | { readonly do: "copy" }
  | { readonly do: "put copy in place"; readonly nth: number; readonly reopen: boolean }
  | { readonly do: "cut power"; readonly by: Which; readonly afterWrites: number | null }
  | { readonly do: "new epoch"; readonly reopen: boolean }
  | { readonly do: "harm snapshot"; readonly harm: Harm; readonly nth: number; readonly reopen: boolean }
  | { readonly do: "spoil record"; readonly nth: number };

export type StepName = ClinicStep["do"];

/** One of the two processes. */
export type Which = 0 | 1;
export type What = "name" | "number" | "contact";

export const harms = [
  "flip a page",
  "delete a page",
  "swap two pages",
  "older page",
  "flip manifest",
  "older manifest",
  "older snapshot",
  "delete manifest",
] as const;
export type Harm = typeof harms[number];

const someSearches = fc.array(anySearch, { minLength: 1, maxLength: 3 });
export const lastSearches = fc.array(anySearch, { minLength: 5, maxLength: 8 });
const by = fc.constantFrom<Which>(0, 1);
const nth = fc.oneof(fc.nat({ max: 2 }), fc.nat({ max: 40 }));
const reopen = fc.boolean();
const afterWrites = fc.option(fc.nat({ max: 7 }), { freq: 4 });

const registerMany = fc.record({
  do: fc.constant("register many"),
  by,
  people: somePeople,
  count: fc.oneof(
    fc.integer({ min: 1, max: 80 }),
    fc.integer({ min: 400, max: 1_200 }),
    fc.constantFrom(499, 500, 501, 1_000),
  ),
});

const steps: { readonly [Name in StepName]: fc.Arbitrary<ClinicStep & { do: Name }> } = {
  "register": fc.record({ do: fc.constant("register"), by, people: somePeople }),
  "register many": registerMany,
  "change": fc.record({
    do: fc.constant("change"),
    by,
    nth,
    person: anyPerson,
    what: fc.constantFrom<What>("name", "number", "contact"),
  }),
  "void": fc.record({ do: fc.constant("void"), by, nth }),
  "restore": fc.record({ do: fc.constant("restore"), by, nth }),
  "log visit": fc.record({ do: fc.constant("log visit"), by, nth }),
  "search": fc.record({ do: fc.constant("search"), by, searches: someSearches }),
  "save": fc.record({ do: fc.constant("save"), by }),
  "begin to save": fc.record({ do: fc.constant("begin to save"), by }),
  "reopen": fc.record({ do: fc.constant("reopen"), by }),
  "kill": fc.record({ do: fc.constant("kill"), by, afterWrites }),
  "copy": fc.record({ do: fc.constant("copy") }),
  "put copy in place": fc.record({ do: fc.constant("put copy in place"), nth, reopen }),
  "cut power": fc.record({ do: fc.constant("cut power"), by, afterWrites }),
  "new epoch": fc.record({ do: fc.constant("new epoch"), reopen }),
  "harm snapshot": fc.record({
    do: fc.constant("harm snapshot"),
    harm: fc.constantFrom(...harms),
    nth,
    reopen,
  }),
  "spoil record": fc.record({ do: fc.constant("spoil record"), nth }),
};
export const stepNames = Object.keys(steps) as StepName[];

type Weights = Readonly<Record<StepName, number>>;

/** A bit of everything. */
export const EVERYTHING: Weights = {
  "register": 8,
  "register many": 2,
  "change": 7,
  "void": 3,
  "restore": 2,
  "log visit": 1,
  "search": 10,
  "save": 3,
  "begin to save": 3,
  "reopen": 2,
  "kill": 2,
  "copy": 2,
  "put copy in place": 2,
  "cut power": 2,
  "new epoch": 1,
  "harm snapshot": 4,
  "spoil record": 1,
};

/** Little but keeping the index, and what goes wrong with it. */
export const SNAPSHOTS: Weights = {
  ...EVERYTHING,
  "register": 2,
  "register many": 1,
  "void": 1,
  "search": 4,
  "kill": 4,
  "cut power": 4,
  "harm snapshot": 8,
};

/** A clinic's history of up to `most` steps. */
export function anyClinicHistory(weights: Weights, most: number): fc.Arbitrary<ClinicStep[]> {
  const weighted = stepNames.map((name) => ({
    weight: weights[name],
    arbitrary: steps[name] as fc.Arbitrary<ClinicStep>,
  }));
  return fc.noBias(fc.array(fc.oneof(...weighted), { maxLength: most, size: "max" })); // few runs, so none of them short
}

/** A database that goes on, is put back under a process that read it, and goes on otherwise before that reads again. */
export function anyRestoredHistory(): fc.Arbitrary<ClinicStep[]> {
  const few = fc.nat({ max: 2 });
  const change = fc.record({
    do: fc.constant("change" as const),
    by: fc.constant<Which>(0),
    nth: few,
    person: anyPerson,
    what: fc.constant<What>("name"),
  });
  const register = fc.record({
    do: fc.constant("register" as const),
    by: fc.constant<Which>(0),
    people: fc.tuple(anyPerson),
  });
  const changes = fc.array(fc.oneof({ weight: 4, arbitrary: change }, { weight: 1, arbitrary: register }), {
    maxLength: 6,
    size: "max",
  });
  return fc.tuple(changes, changes, changes).map(([shared, abandoned, anew]) => [
    ...shared,
    { do: "copy" },
    ...abandoned,
    { do: "search", by: 1, searches: ["neo"] },
    { do: "put copy in place", nth: 1, reopen: false },
    ...anew,
  ]);
}
