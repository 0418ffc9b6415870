/** The commands that a server is running for other processes. It closes the database only when all have ended. */
export class RunningCommands {
  readonly #commands = new Set<Promise<unknown>>();
  readonly #stop = new AbortController();

  /** Runs `work` with a signal that tells it to stop: the server is stopping, or the client has disconnected. */
  async run(work: (stop: AbortSignal) => Promise<number>, disconnected: AbortSignal): Promise<number> {
    const command = work(AbortSignal.any([this.#stop.signal, disconnected]));
    this.#commands.add(command);
    try {
      return await command;
    } finally {
      this.#commands.delete(command);
    }
  }

  /** Tells all commands to stop, and waits for their end. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#commands);
  }
}
