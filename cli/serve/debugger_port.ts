/**
 * Occupies the port on which SIGUSR1 opens the runtime's debugger: through it any user of the machine could read all
 * patients out of memory. If another program has the port, the debugger cannot open it either.
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
