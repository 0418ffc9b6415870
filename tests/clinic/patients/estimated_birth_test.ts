import assert from "node:assert/strict";
import { type Age, birthDateFromAge } from "@/clinic/patients/estimated_birth.ts";

const GIVEN: [age: Age, today: string, born: string][] = [
  [{ years: 30 }, "2026-03-02", "1996-01-01"],
  [{ years: 0 }, "2026-01-01", "2026-01-01"],
  [{ years: 130 }, "2026-12-31", "1896-01-01"],
  [{ months: 0 }, "2026-03-31", "2026-03-01"],
  [{ months: 2 }, "2026-03-02", "2026-01-01"],
  [{ months: 3 }, "2026-03-02", "2025-12-01"],
  [{ months: 60 }, "2026-03-02", "2021-03-01"],
];

for (const [age, today, born] of GIVEN) {
  Deno.test(`somebody of ${JSON.stringify(age)} on ${today} is taken to be born on ${born}`, () => {
    assert.equal(birthDateFromAge(age, today), born);
  });
}

Deno.test("nobody is of a negative, broken or impossible age", () => {
  for (const years of [-1, 0.5, 131, NaN, Infinity]) {
    assert.throws(() => birthDateFromAge({ years }, "2026-03-02"), { code: "validation_failed" });
  }
  for (const months of [-1, 61, 1.5]) {
    assert.throws(() => birthDateFromAge({ months }, "2026-03-02"), { code: "validation_failed" });
  }
});
