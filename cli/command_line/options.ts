import { parseArgs } from "node:util";
import { z } from "zod";

/** One setting: a flag, the environment variable that says the same, and what it may be. */
export interface Option {
  /** The variable; undefined for a flag that only makes sense on the command line. */
  readonly env?: string;
  /** True for a secret: it is never a flag, because other users of a machine see a process's arguments. */
  readonly secret?: boolean;
  /** What the flag's value is called in --help; undefined for a flag that is there or not. */
  readonly value?: string;
  readonly schema: z.ZodType<unknown, string | undefined>;
  readonly help: string;
  /** As --help prints it. */
  readonly byDefault?: string;
}

export type Options = Readonly<Record<string, Option>>;
export type Settings<O extends Options> = { [K in keyof O]: z.output<O[K]["schema"]> };

/** What was asked for cannot be done as asked: one line for people, and exit code 2. It never repeats a secret. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * The settings that arguments and environment give; a flag wins over its variable.
 * @throws UsageError naming the flag or variable that is wrong
 */
export function readSettings<O extends Options>(
  options: O,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings<O> {
  const flags = parseFlags(options, args);
  const entries = Object.entries(options).map(([name, option]) => [name, readOne(name, option, flags, env)]);
  return Object.fromEntries(entries) as Settings<O>;
}

/** A schema for a setting that is text. */
export const text = z.string({ error: "is needed" }).min(1, "must not be empty");

/** A schema for a whole number; one without a default is needed. */
export function wholeNumber(least: number, most: number, byDefault?: number) {
  const range = `must be a whole number from ${least} to ${most}`;
  const given = z.string({ error: "is needed" });
  const digits = byDefault === undefined ? given : given.default(String(byDefault));
  return z.pipe(
    digits,
    z.string().regex(/^\d{1,15}$/, range).transform(Number)
      .refine((number) => number >= least && number <= most, range),
  );
}

/** A schema for a flag that is there or not. */
export const toggle = z.enum(["true", "false"]).optional().transform((value) => value === "true");

/** `tlsCert` → `tls-cert` */
export function flagOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type Flags = Readonly<Record<string, string | boolean | undefined>>;

function parseFlags(options: Options, args: readonly string[]): Flags {
  const known = Object.entries(options).filter(([, option]) => !option.secret)
    .map(([name, { value }]) => [flagOf(name), { type: value ? "string" as const : "boolean" as const }]);
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(known), strict: true }).values as Flags;
  } catch (error) {
    throw new UsageError((error as Error).message.split(/\.\s/)[0]); // what follows is advice on node's own grammar
  }
}

function readOne(
  name: string,
  option: Option,
  flags: Flags,
  env: Readonly<Record<string, string | undefined>>,
) {
  const flag = flags[flagOf(name)];
  const fromEnv = option.env ? env[option.env] || undefined : undefined; // set but empty counts as not set
  const given = flag === undefined ? fromEnv : String(flag);
  const result = option.schema.safeParse(given);
  if (result.success) return result.data;
  const source = flag === undefined && option.env ? option.env : `--${flagOf(name)}`;
  throw new UsageError(`${source}: ${result.error.issues[0]!.message}`);
}
