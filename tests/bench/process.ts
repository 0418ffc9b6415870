/** What Linux tells of a process; NaN on other systems. */

/** Resident memory in MB. */
export async function memoryMb(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await proc(pid, "status"))?.[1] ?? NaN) / 1_024;
}

/** CPU time of all its threads so far, in user and kernel, to a hundredth of a second. */
export async function cpuSeconds(pid: number): Promise<number> {
  const fields = (await proc(pid, "stat")).replace(/^.*\) /, "").split(" "); // a name may hold spaces
  return (Number(fields[11] ?? NaN) + Number(fields[12] ?? NaN)) / TICKS_A_SECOND;
}

const TICKS_A_SECOND = 100; // USER_HZ, the same on every architecture Deno runs on

function proc(pid: number, file: string): Promise<string> {
  return Deno.readTextFile(`/proc/${pid}/${file}`).catch(() => "");
}
