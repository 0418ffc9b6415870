import { join } from "node:path";
import type { Metadata } from "./embedded.ts";

/**
 * Starts the program that was unpacked into `folder`/program on a free loopback port, with the embedded permissions, an
 * empty cache, an empty data folder and no variable of the caller's environment.
 *
 * @throws when it ends or stays silent for 30 seconds instead of answering /healthz
 */
export async function startUnpacked(metadata: Metadata, folder: string): Promise<UnpackedServer> {
  const port = freePort();
  const server = new UnpackedServer(`http://127.0.0.1:${port}`, spawn(metadata, folder, port));
  await server.waitUntilHealthy();
  return server;
}

/** The running program. */
export class UnpackedServer {
  readonly url: string;
  readonly #child: Deno.ChildProcess;
  #ended = false;

  constructor(url: string, child: Deno.ChildProcess) {
    this.url = url;
    this.#child = child;
    child.status.then(() => this.#ended = true);
  }

  async waitUntilHealthy(): Promise<void> {
    for (let attempt = 0; attempt < 600 && !this.#ended; attempt++) {
      if (await this.#isHealthy()) return;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    if (!this.#ended) this.#child.kill("SIGKILL");
    throw new Error(
      this.#ended ? "the compiled program ended at once" : "the compiled program does not answer",
    );
  }

  /** Ends the program with SIGTERM. @throws when its exit code is not 0 */
  async stop(): Promise<void> {
    if (!this.#ended) this.#child.kill("SIGTERM");
    const { code } = await this.#child.status;
    // Windows has no signals: there it is killed.
    if (code !== 0 && Deno.build.os !== "windows") {
      throw new Error(`the compiled program ended with code ${code}`);
    }
  }

  async #isHealthy(): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/healthz`);
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

function spawn(metadata: Metadata, folder: string, port: number): Deno.ChildProcess {
  const main = join(folder, "program", metadata.entrypoint_key);
  const address = ["--host", "127.0.0.1", "--port", String(port), "--data", join(folder, "data")];
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--cached-only",
      "--no-lock",
      "--no-prompt",
      ...permissions(metadata),
      main,
      "serve",
      ...address,
    ],
    cwd: folder,
    clearEnv: true,
    env: { DENO_DIR: join(folder, "cache"), HOME: folder, XDG_CONFIG_HOME: join(folder, "config") },
    stdin: "null",
  }).spawn();
}

/** The embedded permissions as flags. An empty list means all of the kind. */
function permissions(metadata: Metadata): string[] {
  const kinds = Object.entries(metadata.permissions).filter(([kind]) => kind !== "allow_import");
  return kinds.flatMap(([kind, values]) => {
    if (!Array.isArray(values)) return [];
    const flag = `--${kind.replace("_", "-")}`;
    return [values.length === 0 ? flag : `${flag}=${values.join(",")}`];
  });
}
