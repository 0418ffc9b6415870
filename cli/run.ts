import { type Command, type DatabaseCommand, EXIT, isDatabaseCommand } from "./command_line/command.ts";
import { allCommands } from "./commands.ts";
import { runInServer } from "./control/client.ts";
import { KeysUnavailable } from "./keys/unlock_keys.ts";
import { dataFolder, FolderInUse } from "./data_folder.ts";
import { type Environment, processEnvironment } from "./command_line/environment.ts";
import { commandHelp, overview } from "./command_line/help.ts";
import { DatabaseUnavailable, UnreadableRecord } from "@/clinic/errors.ts";
import { CannotOpen, openDatabase } from "./open_database.ts";
import { readSettings, UsageError } from "./command_line/options.ts";
import { type Output, terminalOutput } from "./command_line/output.ts";
import { databaseOptions } from "./command_line/settings.ts";
import { version } from "./command_line/version.ts";
import type { ConsoleHandler } from "./serve/web.ts";

/** Runs the command that the arguments name, or serve where they name none, and gives its exit code. */
export async function run(
  args: readonly string[],
  loadConsole: () => Promise<ConsoleHandler>,
): Promise<number> {
  const commands = allCommands(loadConsole);
  const out = terminalOutput();
  try {
    return await dispatch(commands, args, out);
  } catch (error) {
    if (error instanceof UsageError) return printError(error, EXIT.usage);
    if (isExpected(error)) return printError(error, EXIT.failed);
    throw error;
  }
}

async function dispatch(commands: readonly Command[], args: readonly string[], out: Output): Promise<number> {
  if (args[0] === "--version") return print(out, version);
  if (args[0] === "help" || args.length === 1 && ["--help", "-h"].includes(args[0]!)) {
    return print(out, overview(commands));
  }
  const [command, rest] = findCommand(commands, args);
  if (rest.includes("--help") || rest.includes("-h")) return print(out, commandHelp(command));
  const env = processEnvironment(variablesOf(command));
  if (!isDatabaseCommand(command)) return await command.run(rest, env, out);
  return await runOnDatabase(command, await command.prepare(rest, env), rest, env, out);
}

/** The command that the first arguments name, and the arguments after it. Without a name it is serve. */
function findCommand(commands: readonly Command[], args: readonly string[]): [Command, string[]] {
  const firstFlag = args.findIndex((arg) => arg.startsWith("-"));
  const words = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const typed = words.join(" ");
  const command = commands.find(({ name }) => name === (typed || "serve"));
  if (command) return [command, args.slice(words.length)];
  const names = commands.map(({ name }) => name).join(", ");
  throw new UsageError(`there is no command "${typed}". There are: ${names}`);
}

/** Runs a command in the server that has the data folder open; where none has, opens the database here. */
async function runOnDatabase(
  command: DatabaseCommand,
  input: unknown,
  args: readonly string[],
  env: Environment,
  out: Output,
): Promise<number> {
  const settings = readSettings({ ...command.options, ...databaseOptions }, args, env.variables);
  if (settings.databaseUrl === undefined) {
    const exit = await runInServer(dataFolder(settings.data), command.name, input, out);
    if (exit !== undefined) return exit;
  }
  const database = await openDatabase(settings, env, false);
  try {
    return await command.run(database.clinic, input, out, new AbortController().signal);
  } finally {
    await database.close();
  }
}

function variablesOf(command: Command): string[] {
  return Object.values({ ...databaseOptions, ...command.options }).flatMap(({ env }) => env ? [env] : []);
}

const EXPECTED_ERRORS = [
  FolderInUse,
  KeysUnavailable,
  CannotOpen,
  DatabaseUnavailable,
  UnreadableRecord,
  Deno.errors.NotCapable, // a permission that the runtime was not given; the message names it
];

/** Whether one line says it all; anything else is a fault of the program, and its stack helps to find it. */
function isExpected(error: unknown): error is Error {
  return EXPECTED_ERRORS.some((kind) => error instanceof kind) || isSystemError(error);
}

/** An error of the operating system, such as ENOSPC or EACCES. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
}

function printError({ message }: Error, exit: number): number {
  console.error(`dovms: ${message}`);
  return exit;
}

function print(out: Output, text: string): number {
  out.line(text);
  return EXIT.done;
}
