import assert from "node:assert/strict";
import { clinicWith } from "@/clinic/clinic.ts";
import { Passwords } from "@/clinic/access/passwords.ts";
import { signInToConsole } from "@/clinic/access/console_sessions.ts";
import { signIn } from "@/clinic/access/sessions.ts";
import { changeStaffMember, resetPassword } from "@/clinic/staff/staff.ts";
import { apiTestOnEveryDatabase, type TestApi } from "@/tests/support/api/test_api.ts";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { refused, scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTestOnEveryDatabase("[S22] while a password is being checked", async (api, t) => {
  const { clinic } = api;
  const admin = scopeAs(clinic, "admin");
  const { nurse, doctor } = clinic.staffIds;
  const asNurse = { username: "nurse1", password: PASSWORDS.nurse };
  const asDoctor = { username: "doctor1", password: PASSWORDS.doctor };

  await t.step("it is reset: nobody is signed in by the old one", async () => {
    const scope = meanwhile(api, () => resetPassword(admin, { id: nurse }));
    await refused(signInToConsole(scope, asNurse), "invalid_credentials");
    assert.deepEqual(sessionsOf(api, nurse), 0);
  });

  await t.step("somebody is let go: there is no session that lives again when they come back", async () => {
    const letGo = (active: boolean) => changeStaffMember(admin, { id: doctor, change: { active } });
    await refused(signIn(meanwhile(api, () => letGo(false)), asDoctor), "invalid_credentials");
    await letGo(true);
    assert.deepEqual(sessionsOf(api, doctor), 0);
  });

  await t.step("only their name is changed: they are signed in", async () => {
    const rename = () => changeStaffMember(admin, { id: doctor, change: { full_name: "Dr. Thabo L." } });
    await signIn(meanwhile(api, rename), asDoctor);
    assert.deepEqual(sessionsOf(api, doctor), 1);
  });
});

/** Somebody who signs in: `work` is done when the password has been found right, and no session is there yet. */
function meanwhile({ clinic }: TestApi, work: () => Promise<unknown>) {
  class Interrupted extends Passwords {
    override async verify(password: string, hash: string | undefined): Promise<boolean> {
      const right = await super.verify(password, hash);
      await work();
      return right;
    }
  }
  return {
    clinic: clinicWith({ ...clinic.clinic, passwords: new Interrupted() }),
    actor: null,
    source: "test",
  };
}

function sessionsOf({ clinic }: TestApi, staffId: string): number {
  const sessions = [...clinic.clinic.store.directory.sessions.values()];
  return sessions.filter((session) => session.staffId === staffId).length;
}
