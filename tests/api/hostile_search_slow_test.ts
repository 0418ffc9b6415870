/**
 * Names and searches made to be slow do not keep others waiting. How long they wait on this computer `deno task bench
 * hostile` says; here is what must hold on any: others are answered before the long work ends, and a search does no more
 * than its budget.
 */
import assert from "node:assert/strict";
import { Random } from "@/cli/seed/random.ts";
import { newBudget } from "@/db/name_index/budget.ts";
import { toEntry } from "@/db/name_index/rule/entry.ts";
import { toProbe } from "@/db/name_index/rule/probe.ts";
import { parseSearch } from "@/db/name_index/rule/query.ts";
import { EXACT_RANKS, FUZZY_RANKS } from "@/db/name_index/rule/rule.ts";
import { findCandidates } from "@/db/name_index/segment/candidate_search.ts";
import { buildSegment } from "@/db/name_index/segment/build_segment.ts";
import { SegmentSearch } from "@/db/name_index/segment/segment_search.ts";
import { ATTACKS, hostilePatient } from "@/tests/support/api/hostile_names.ts";
import { registerHostile, type Work, workOf } from "@/tests/support/api/hostile_work.ts";
import { type TestClinic, testClinic } from "@/tests/support/clinic.ts";
import { idOf } from "@/tests/support/name_index/segments.ts";
import { range } from "@/tests/support/name_index/any_words.ts";

const PATIENTS = 10_000;
const OTHERS = 10; // a third of those that get a turn where the work is shortest
/** The budget is looked at between texts: the text at which it runs out is read to its end, in each of a search's parts. */
const OVERSPENT = 6 * 2 * 32;

for (const attack of ATTACKS) {
  Deno.test(`[S59] others are answered while the program works among ${PATIENTS} patients with ${attack.what}`, async () => {
    await using clinic = await testClinic();
    const random = new Random(5);
    const known = await registerHostile(clinic, attack, PATIENTS, random);
    for (const work of workOf(clinic, attack, PATIENTS, random)) {
      assert.equal(await answeredDuring(work, clinic, known), OTHERS, work.what);
    }
  });

  Deno.test(`[S59] a search spends no more than its budget among patients with ${attack.what}`, () => {
    const random = new Random(5);
    const segment = buildSegment(
      range(0, PATIENTS).map((nth) => toEntry(idOf(nth), hostilePatient(attack, nth, random))),
    );
    for (const text of attack.searches(random)) {
      const budget = newBudget();
      const search = new SegmentSearch(segment, parseSearch(text), 200, budget);
      for (const rank of [...EXACT_RANKS, ...FUZZY_RANKS]) search.find(rank);
      assert.ok(Math.min(budget.steps, budget.texts) > -OVERSPENT, JSON.stringify({ text, ...budget }));
    }
    const budget = newBudget();
    const described = hostilePatient(attack, PATIENTS, random);
    findCandidates(segment, toProbe(described, undefined), 200, budget);
    assert.ok(Math.min(budget.steps, budget.texts) > -OVERSPENT, JSON.stringify(budget));
  });
}

/** How many of OTHERS small requests, one after the other, are answered before the work ends. */
async function answeredDuring({ run }: Work, clinic: TestClinic, patientId: string): Promise<number> {
  let isDone = false;
  const done = run().finally(() => isDone = true);
  let answered = 0;
  while (answered < OTHERS) {
    const path = answered % 2 ? `/api/patients/${patientId}/` : "/healthz";
    const { status } = await clinic.ask("GET", path, { as: "nurse" });
    assert.equal(status, 200, path);
    if (isDone) break;
    answered++;
  }
  await done;
  return answered;
}
