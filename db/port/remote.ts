import { type Client, createClient, LibsqlBatchError, LibsqlError } from "@libsql/client/web";
import {
  DatabaseUnavailable,
  type Port,
  refusalReason,
  type Row,
  type Statement,
  StatementFailed,
  type Value,
} from "./port.ts";

/**
 * A libSQL server (sqld, Turso) over HTTP. Needs no native addon, so this is what runs at the edge. Only batches are
 * used: interactive transactions on a remote database end after 5 s.
 *
 * @param url http:, https: or libsql:
 */
export function openRemote(url: string, token: string | undefined): Port {
  return new RemotePort(createClient({ url, authToken: token, intMode: "number" }));
}

const DEADLINE_MS = 3_000;
const BUSY_ATTEMPTS = 8;

class RemotePort implements Port {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async read({ sql, args }: Statement): Promise<Row[]> {
    const { rows, columns } = await this.#within(() => this.#client.execute({ sql, args: [...args] }));
    return rows.map((row) => columns.map((_, i) => fromWire(row[i])));
  }

  async readOne(statement: Statement): Promise<Row | undefined> {
    return (await this.read(statement))[0];
  }

  async write(statements: readonly Statement[], _durable: boolean): Promise<void> {
    const batch = statements.map(({ sql, args }) => ({ sql, args: [...args] }));
    await this.#within(() => this.#client.batch(batch, "write"));
  }

  close(): void {
    this.#client.close();
  }

  async #within<T>(call: () => Promise<T>): Promise<T> {
    for (let attempt = 1;; attempt++) {
      try {
        return await deadline(call());
      } catch (error) {
        if (!isBusy(error) || attempt === BUSY_ATTEMPTS) throw translated(error);
        await new Promise((wake) => setTimeout(wake, attempt * 5 + Math.random() * 20)); // apart from the other writers
      }
    }
  }
}

function fromWire(value: unknown): Value {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value as Value;
}

async function deadline<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnavailable("unreachable")), DEADLINE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith("SQLITE_BUSY");
}

/** As in local.ts: what the server said may carry values, so only a reason goes on. */
function translated(error: unknown): Error {
  if (error instanceof DatabaseUnavailable) return error;
  if (error instanceof LibsqlBatchError && error.code.startsWith("SQLITE_CONSTRAINT")) {
    return new StatementFailed(error.statementIndex, refusalReason(error.message));
  }
  if (isBusy(error)) return new DatabaseUnavailable("busy");
  if (error instanceof LibsqlError && error.code.startsWith("SQLITE_FULL")) {
    return new DatabaseUnavailable("full");
  }
  return new DatabaseUnavailable(
    error instanceof LibsqlError && error.code.startsWith("SQLITE") ? "failed" : "unreachable",
  );
}
