/** What a command prints to: a terminal, or the client of a running server. */
export interface Output {
  line(text: string): void;
  /** How much of long work is done. */
  progress(label: string, done: number, total: number): void;
}

const BAR_WIDTH = 30;

/** Lines to standard output; to standard error a progress bar where it is a terminal, else a line for each tenth. */
export function terminalOutput(): Output {
  const isTerminal = Deno.stderr.isTerminal();
  let lastTenth = -1;
  return {
    line: (text) => write(Deno.stdout, `${text}\n`),
    progress: (label, done, total) => {
      const tenth = Math.floor(done / total * 10);
      if (isTerminal) write(Deno.stderr, `\r${bar(label, done, total)}${done === total ? "\n" : ""}`);
      else if (tenth !== lastTenth) write(Deno.stderr, `${label}: ${done} of ${total}\n`);
      lastTenth = tenth;
    },
  };
}

function bar(label: string, done: number, total: number): string {
  const filled = Math.round(done / total * BAR_WIDTH);
  return `${label} [${"#".repeat(filled)}${".".repeat(BAR_WIDTH - filled)}] ${done} of ${total}`;
}

function write(stream: { writeSync(bytes: Uint8Array): number }, text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length;) at += stream.writeSync(bytes.subarray(at));
}
