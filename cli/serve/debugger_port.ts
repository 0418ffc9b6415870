/**
 * Occupies the port where SIGUSR1 would open the runtime's debugger, which would let any user of the machine read all
 * patients out of memory. A port that is taken already is just as good.
 */
export function occupyDebuggerPort(): Disposable {
  try {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 9229 });
    refuseAll(listener);
    return { [Symbol.dispose]: () => listener.close() };
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return { [Symbol.dispose]: () => {} };
    throw error;
  }
}

async function refuseAll(listener: Deno.Listener): Promise<void> {
  for await (const connection of listener) connection.close();
}
