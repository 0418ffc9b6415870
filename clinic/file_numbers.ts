import type { Patients } from "../db/patients.ts";

const BATCH = 500;

/**
 * Suggests the next file number. The highest number so far is kept in memory and follows the change sequence, so it is
 * looked for among all records once and among new ones after that.
 */
export class FileNumbers {
  #highest = "0";
  #mark = 0;

  constructor(private readonly patients: Patients) {}

  /** The first free number above every file number that is a plain number, with as many digits. */
  async next(): Promise<string> {
    await this.#catchUp();
    let candidate = this.#highest;
    do candidate = increment(candidate); while (await this.patients.isFileNumberTaken(candidate));
    return candidate;
  }

  async #catchUp(): Promise<void> {
    for (let rows = await this.#changed(); rows.length > 0; rows = await this.#changed()) {
      for (const { record } of rows) if (!(record instanceof Error)) this.#consider(record.file_number);
      this.#mark = rows.at(-1)!.seq;
      await new Promise((resolve) => setTimeout(resolve, 0)); // other requests first
    }
  }

  #changed() {
    return this.patients.changedSince(this.#mark, BATCH);
  }

  #consider(fileNumber: string): void {
    if (!/^\d{1,15}$/.test(fileNumber)) return;
    if (Number(fileNumber) > Number(this.#highest)) this.#highest = fileNumber;
  }
}

/** "0099" → "0100": the width stays until the digits need more. */
function increment(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, "0");
}
