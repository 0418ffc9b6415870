import assert from "node:assert/strict";
import { addDepartment, changeDepartment } from "@/clinic/departments/departments.ts";
import { signInToConsole } from "@/clinic/access/console_sessions.ts";
import { viewAccount } from "@/clinic/staff/view_account.ts";
import {
  addStaffMemberWithOneTimePassword,
  changeStaffMember,
  listStaff,
  newStaffAccount,
  resetPassword,
} from "@/clinic/staff/staff.ts";
import { apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { onlyFor, refused, scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTestOnEveryDatabase("staff are added and looked after in the console", async ({ clinic }, t) => {
  const admin = scopeAs(clinic, "admin");
  const nobody = { ...admin, actor: null };
  const lebo = {
    full_name: "Lebo Nkuebe",
    username: "lebo",
    role: "nurse" as const,
    department_id: clinic.departmentId,
  };
  const added = await addStaffMemberWithOneTimePassword(admin, lebo);

  await t.step(
    "[S22] the one-time password signs in, must be changed, and is nowhere in the audit",
    async () => {
      assert.match(added.password, /^[a-z]{5}-[a-z]{5}-[a-z]{5}$/);
      await signInToConsole(nobody, { username: "lebo", password: added.password });
      assert.ok(clinic.clinic.store.directory.staff.get(added.id)?.password_ends_at);
      const rows = await clinic.clinic.store.port.read({ sql: "SELECT subjects FROM audit", args: [] });
      assert.ok(rows.length > 5);
      assert.ok(!JSON.stringify(rows).includes(added.password));
    },
  );

  await t.step("an account tells what it takes to look after it", async () => {
    const account = await viewAccount(admin, { id: added.id });
    assert.deepEqual(account, {
      user_id: added.id,
      full_name: "Lebo Nkuebe",
      username: "lebo",
      role: "nurse",
      department_id: clinic.departmentId,
      department: "General Outpatient",
      active: true,
      password: "one-time",
      password_ends_at: added.endsAt,
      version: 1,
    });
    const names = (await listStaff(admin, { withInactive: true })).map(({ full_name }) => full_name);
    assert.deepEqual(names, [
      "Dr. Thabo",
      "Lebo Nkuebe",
      "Mme Lineo",
      "Mme Puleng",
      "Ntate Mpho",
      "Nurse Lebo",
    ]);
    assert.equal((await viewAccount(admin, { id: clinic.staffIds.admin })).password, "own");
    const later = scopeAs(clinic, "admin", added.endsAt);
    assert.equal((await viewAccount(later, { id: added.id })).password, "ended");
    assert.doesNotMatch(JSON.stringify(await viewAccount(admin, { id: added.id })), /argon2/);
    await refused(viewAccount(admin, { id: crypto.randomUUID() }), "not_found");
  });

  await t.step(
    "who has left is signed out and stays listed; who comes back has their department",
    async () => {
      const { password } = await resetPassword(admin, { id: added.id });
      assert.notEqual(password, added.password);
      const signIn = () => signInToConsole(nobody, { username: "lebo", password });
      await signIn();
      await changeStaffMember(admin, { id: added.id, change: { active: false } });
      await refused(signIn(), "invalid_credentials");
      assert.equal((await viewAccount(admin, { id: added.id })).active, false);
      await changeStaffMember(admin, { id: added.id, change: { active: true } });
      await signIn();
      assert.equal((await viewAccount(admin, { id: added.id })).department, "General Outpatient");
    },
  );

  await t.step("a department must be there and in use; administrators and auditors need none", async () => {
    const { id: closed } = await addDepartment(admin, { name: "Annexe" });
    await changeDepartment(admin, { id: closed, change: { active: false } });
    const add = (over: object) =>
      addStaffMemberWithOneTimePassword(admin, { ...lebo, username: "other", ...over });
    const field = (code: string) => ["validation_failed", `department_id:${code}`] as const;
    await refused(add({ department_id: closed }), ...field("inactive_department"));
    await refused(add({ department_id: crypto.randomUUID() }), ...field("unknown_department"));
    await refused(add({ department_id: null }), ...field("required"));
    await refused(
      changeStaffMember(admin, { id: added.id, change: { department_id: closed } }),
      ...field("inactive_department"),
    );
    await refused(add({ username: "LEBO" }), "username_taken", "username:username_taken");
    await add({ role: "auditor", department_id: null });
  });

  await t.step("[S30] administrators alone", async () => {
    await onlyFor(clinic, ["admin"], (scope) => viewAccount(scope, { id: added.id }));
    const username = () => `u${crypto.randomUUID().slice(0, 8)}`;
    await onlyFor(
      clinic,
      ["admin"],
      (scope) => addStaffMemberWithOneTimePassword(scope, { ...lebo, username: username() }),
    );
  });

  await t.step("[S31] many who let each other go at once leave one administrator", async () => {
    const others = await Promise.all(
      ["a", "b", "c"].map((name) =>
        addStaffMemberWithOneTimePassword(admin, { full_name: name, username: name, role: "admin" })
      ),
    );
    const ids = [clinic.staffIds.admin, ...others.map(({ id }) => id)];
    const asked = ids.map((id) => changeStaffMember(admin, { id, change: { active: false } }));
    const answers = await Promise.allSettled(asked);
    const refusals = answers.filter((answer) => answer.status === "rejected");
    assert.deepEqual(refusals.map(({ reason }) => reason.code), ["last_administrator"]);
    const accounts = await Promise.all(ids.map((id) => viewAccount(admin, { id })));
    const left = accounts.filter(({ role, active }) => role === "admin" && active);
    assert.equal(left.length, 1);
  });
});

Deno.test("a form for a new member of staff holds no password", () => {
  const given = { full_name: "Lebo", username: "lebo", role: "nurse" };
  assert.ok(newStaffAccount.safeParse(given).success);
  assert.ok(!newStaffAccount.safeParse({ ...given, password: "initial-pass" }).success);
});
