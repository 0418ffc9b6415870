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
import { retryWhileBusy } from "./retry_while_busy.ts";

/**
 * A libSQL server (sqld, Turso) over HTTP. It needs no native addon, so it also runs on edge hosts. Only batches are
 * used: interactive transactions on a remote database end after 5 s.
 *
 * @param url http:, https: or libsql:
 */
export function openRemote(url: string, token: string | undefined): Port {
  return new RemotePort(createClient({ url, authToken: token, intMode: "number" }));
}

const DEADLINE_MS = 3_000;

class RemotePort implements Port {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async read({ sql, args }: Statement): Promise<Row[]> {
    const { rows, columns } = await this.#call(() => this.#client.execute({ sql, args: [...args] }));
    return rows.map((row) => columns.map((_, i) => fromWire(row[i])));
  }

  async readOne(statement: Statement): Promise<Row | undefined> {
    return (await this.read(statement))[0];
  }

  async write(statements: readonly Statement[], _durable: boolean): Promise<void> {
    const batch = statements.map(({ sql, args }) => ({ sql, args: [...args] }));
    await this.#call(() => this.#client.batch(batch, "write"));
  }

  close(): void {
    this.#client.close();
  }

  async #call<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await retryWhileBusy(() => withDeadline(call()), isBusy);
    } catch (error) {
      throw translateError(error);
    }
  }
}

function fromWire(value: unknown): Value {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value as Value;
}

async function withDeadline<T>(answer: Promise<T>): Promise<T> {
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

/** What the server says may hold values, a patient's name among them: only a reason is passed on. */
function translateError(error: unknown): Error {
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
