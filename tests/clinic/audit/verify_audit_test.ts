import assert from "node:assert/strict";
import { getVerification, verifyAuditNow } from "@/clinic/audit/verify_audit.ts";
import { NO_SUBJECTS } from "@/db/audit/entry.ts";
import { systemEntry } from "@/db/store.ts";
import { apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { onlyFor, refused, scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTestOnEveryDatabase("[S49] the audit is checked by whoever may", async ({ clinic }, t) => {
  const { clinic: opened } = clinic;
  const auditor = { ...scopeAs(clinic, "auditor"), clinic: opened };
  const entry = { ...systemEntry("system.witness", new Date("2026-03-02T09:00:00Z")), subjects: NO_SUBJECTS };
  await Promise.all(Array.from({ length: 1_000 }, () => opened.store.audit(entry, false)));

  await t.step("one at a time, letting others through, and telling how far it has come", async () => {
    assert.deepEqual(await getVerification(auditor), { running: null, last: null, interruptedAt: null });
    const steps: number[] = [];
    let others = 0;
    const timer = setInterval(() => others++, 0);
    const checking = verifyAuditNow(auditor, (done) => void steps.push(done));
    await refused(verifyAuditNow(auditor), "busy");
    assert.deepEqual((await getVerification(auditor)).last, null);
    assert.ok((await getVerification(auditor)).running);
    const { entries, findings } = await checking;
    clearInterval(timer);
    assert.deepEqual(findings, []);
    assert.ok(entries > 1_000);
    assert.ok(steps.length > 5 && steps.at(-1) === entries, `${steps}`);
    assert.ok(others > 1, "others were let through");
    const { running, last } = await getVerification(auditor);
    assert.deepEqual([running, last!.entries, last!.findings], [null, entries, []]);
  });

  await t.step("what does not hold is told, and noted in the audit", async () => {
    const tampering = "UPDATE audit SET action = 'x' WHERE number = 1";
    await opened.store.port.write([{ sql: tampering, args: [] }], true);
    const { findings } = await verifyAuditNow(auditor);
    assert.deepEqual(findings.map(({ kind }) => kind), ["edited"]);
    assert.deepEqual((await getVerification(auditor)).last!.findings, findings);
    const sql = "SELECT outcome, actor FROM audit WHERE action = 'audit.verify' ORDER BY number";
    const noted = (await opened.store.port.read({ sql, args: [] })).map((row) => [...row]);
    const { auditor: id } = clinic.staffIds;
    assert.deepEqual(noted, [["done", id], ["failed", id]]);
  });

  await t.step("administrators and auditors alone", async () => {
    await onlyFor(clinic, ["admin", "auditor"], (scope) => verifyAuditNow(scope));
    await onlyFor(clinic, ["admin", "auditor"], (scope) => getVerification(scope));
  });
});
