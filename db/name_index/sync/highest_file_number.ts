/** The highest file number so far that is a plain number, with its leading zeros: the next one is suggested from it. */
export class HighestFileNumber {
  #highest = "0";

  get value(): string {
    return this.#highest;
  }

  consider(fileNumber: string): void {
    if (!/^\d{1,15}$/.test(fileNumber)) return; // more digits would not be exact as a number
    if (Number(fileNumber) > Number(this.#highest)) this.#highest = fileNumber;
  }

  reset(highest: string): void {
    this.#highest = highest;
  }
}
