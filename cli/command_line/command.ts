// command_line/: how a command is declared, its settings read from arguments and environment, and its words printed.

import type { Clinic } from "@/clinic/clinic.ts";
import type { Environment } from "./environment.ts";
import { type Options, readSettings, type Settings } from "./options.ts";
import type { Output } from "./output.ts";

/** The exit codes, as --help and the README list them. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

interface CommandInfo {
  /** One or two words, as typed on the command line. */
  readonly name: string;
  readonly summary: string;
  readonly options: Options;
}

/** A command that needs no database, or opens it itself. `run` gives the exit code. */
export interface PlainCommand extends CommandInfo {
  /** @throws UsageError when the arguments or the environment are wrong, here and in `prepare` */
  readonly run: (args: readonly string[], env: Environment, out: Output) => Promise<number>;
}

/**
 * A command on the database. `prepare` runs in the process that was started, `run` where the database is open: in the same
 * process, or in a server that has it open. So what `prepare` gives to `run` is plain JSON. Long work checks `stop` as it
 * goes: the server is stopping, or the client has disconnected.
 */
export interface DatabaseCommand extends CommandInfo {
  readonly prepare: (args: readonly string[], env: Environment) => Promise<unknown>;
  readonly run: (clinic: Clinic, input: unknown, out: Output, stop: AbortSignal) => Promise<number>;
}

export type Command = PlainCommand | DatabaseCommand;

export function isDatabaseCommand(command: Command): command is DatabaseCommand {
  return "prepare" in command;
}

/** Declares a command. The types of its settings follow from its options. */
export function plainCommand<O extends Options>(
  command: CommandInfo & {
    readonly options: O;
    readonly run: (settings: Settings<O>, env: Environment, out: Output) => Promise<number>;
  },
): PlainCommand {
  const { options } = command;
  return {
    ...command,
    run: (args, env, out) => command.run(readSettings(options, args, env.variables), env, out),
  };
}

/** Declares a command on the database. The types of its settings follow from its options. */
export function databaseCommand<O extends Options, Input>(
  command: CommandInfo & {
    readonly options: O;
    readonly prepare: (settings: Settings<O>, env: Environment) => Promise<Input>;
    readonly run: (clinic: Clinic, input: Input, out: Output, stop: AbortSignal) => Promise<number>;
  },
): DatabaseCommand {
  const { options } = command;
  return {
    ...command,
    prepare: (args, env) => command.prepare(readSettings(options, args, env.variables), env),
    run: (clinic, input, out, stop) => command.run(clinic, input as Input, out, stop), // what `prepare` gave
  };
}
