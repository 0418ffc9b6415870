import assert from "node:assert/strict";
import { startProgram } from "@/tests/support/program.ts";
import { dovms, signIn, withFolder } from "@/tests/support/cli/dovms.ts";

const ADMIN = { DOVMS_ADMIN_USERNAME: "mpho", DOVMS_ADMIN_PASSWORD: "seven blankets drying" };

// Five times what a service manager may give: a server that hangs is found, a slow computer is not.
const LIMIT_MS = 25_000;
const SIGNALS: [first: Deno.Signal, second?: Deno.Signal][] = [
  ["SIGTERM"],
  ["SIGINT"],
  ["SIGTERM", "SIGTERM"],
  ["SIGINT", "SIGTERM"],
];

for (const [first, second] of SIGNALS) {
  const name = second ? `${first} and ${second}` : first;
  Deno.test(`[R26] ${name} under load: drains, loses nothing acknowledged, ends with 0`, () =>
    withFolder(async (folder) => {
      const program = await startProgram(folder, ADMIN);
      const { access } = await signIn(program.url, "mpho", ADMIN.DOVMS_ADMIN_PASSWORD);
      const load = registering(program.url, access!);
      await load.some;
      const ended = endsInTime(program.stop(first));
      if (second) Deno.kill(program.pid, second);
      assert.equal(await ended, 0);
      const acknowledged = await load.all;
      assert.ok(acknowledged.length > 0);

      await using again = await startProgram(folder);
      const { access: now } = await signIn(again.url, "mpho", ADMIN.DOVMS_ADMIN_PASSWORD);
      for (const id of acknowledged) {
        const found = await fetch(`${again.url}/api/patients/${id}/`, {
          headers: { authorization: `Bearer ${now}` },
        });
        assert.equal(found.status, 200, "an acknowledged patient is there");
        await found.body?.cancel();
      }
      assert.equal((await dovms(folder, ["audit", "verify"])).code, 0);
    }));
}

Deno.test("[R26] a client that never finishes its request does not hold up the end", () =>
  withFolder(async (folder) => {
    const program = await startProgram(folder, ADMIN);
    const { hostname, port } = new URL(program.url);
    using idle = await Deno.connect({ hostname, port: Number(port) });
    const half = "POST /api/auth/login/ HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\n" +
      "content-type: application/json\r\ncontent-length: 99\r\n\r\n{";
    await idle.write(new TextEncoder().encode(half));
    const answer = new Uint8Array(100);
    await idle.read(answer); // sent when the server reads the body: from now on it waits for the rest
    assert.match(new TextDecoder().decode(answer), /^HTTP\/1\.1 100 Continue/);
    assert.equal(await endsInTime(program.stop()), 0, program.log());
  }));

/** The exit code of a program that was told to stop. */
async function endsInTime(exit: Promise<number>): Promise<number> {
  const start = performance.now();
  const code = await exit;
  assert.ok(performance.now() - start < LIMIT_MS, `it took ${performance.now() - start} ms`);
  return code;
}

/** Registers patients from eight clients until the server ends; `all` are the ids that were acknowledged. */
function registering(url: string, access: string) {
  const acknowledged: string[] = [];
  const some = Promise.withResolvers<void>();
  const client = async (lane: number) => {
    for (let number = 0;; number++) {
      const id = await register(url, access, `${lane}-${number}`);
      if (id === undefined) return;
      if (acknowledged.push(id) >= 40) some.resolve();
    }
  };
  const all = Promise.all(Array.from({ length: 8 }, (_, lane) => client(lane))).then(() => acknowledged);
  return { some: some.promise, all };
}

async function register(url: string, access: string, fileNumber: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/api/patients/`, {
      method: "POST",
      headers: { authorization: `Bearer ${access}`, "content-type": "application/json" },
      body: JSON.stringify({
        full_name: "Lineo Mokoena",
        date_of_birth: "1988-07-04",
        gender: "F",
        contact_details: "",
        file_number: fileNumber,
      }),
    });
    return response.status === 201 ? (await response.json()).patient_id : undefined;
  } catch {
    return undefined; // the server has ended
  }
}
