import { parseArgs } from "node:util";
import { z } from "zod";

/** One setting: a flag, the environment variable that stands for it, and which values it takes. */
export interface Option {
  /** The variable; undefined where there is a flag alone. */
  readonly env?: string;
  /** True for a secret: it is never a flag, because other users of a machine see a process's arguments. */
  readonly secret?: boolean;
  /** What --help calls the flag's value; undefined for a flag without one. */
  readonly value?: string;
  readonly schema: z.ZodType<unknown, string | undefined>;
  readonly help: string;
  /** The default as --help prints it. */
  readonly defaultText?: string;
}

export type Options = Readonly<Record<string, Option>>;
export type Settings<O extends Options> = { [K in keyof O]: z.output<O[K]["schema"]> };

/** A wrong argument or setting: its message is printed as one line, exit code 2. The message never repeats a secret. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Reads the settings from arguments and environment; a flag wins over its variable.
 *
 * @throws UsageError naming the flag or variable that is wrong
 */
export function readSettings<O extends Options>(
  options: O,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings<O> {
  const flags = parseFlags(options, args);
  const entries = Object.entries(options).map((
    [name, option],
  ) => [name, readSetting(name, option, flags, env)]);
  return Object.fromEntries(entries) as Settings<O>;
}

/** A schema for a setting that is text. */
export const text = z.string({ error: "is needed" }).min(1, "must not be empty");

/** A schema for a whole number from `min` to `max`; without a default it must be given. */
export function wholeNumber(min: number, max: number, defaultValue?: number) {
  const range = `must be a whole number from ${min} to ${max}`;
  const required = z.string({ error: "is needed" });
  const digits = defaultValue === undefined ? required : required.default(String(defaultValue));
  return z.pipe(
    digits,
    z.string().regex(/^\d{1,15}$/, range).transform(Number)
      .refine((number) => number >= min && number <= max, range),
  );
}

/** A schema for a flag without a value: true where it is given. */
export const toggle = z.enum(["true", "false"]).optional().transform((value) => value === "true");

/** `tlsCert` → `tls-cert` */
export function toFlag(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type Flags = Readonly<Record<string, string | boolean | undefined>>;

function parseFlags(options: Options, args: readonly string[]): Flags {
  const known = Object.entries(options).filter(([, option]) => !option.secret)
    .map(([name, { value }]) => [toFlag(name), { type: value ? "string" as const : "boolean" as const }]);
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(known), strict: true }).values as Flags;
  } catch (error) {
    throw new UsageError((error as Error).message.split(/\.\s/)[0]); // the rest is advice on node's own syntax
  }
}

function readSetting(
  name: string,
  option: Option,
  flags: Flags,
  env: Readonly<Record<string, string | undefined>>,
) {
  const flag = flags[toFlag(name)];
  const fromEnv = option.env ? env[option.env] || undefined : undefined; // empty counts as not set
  const result = option.schema.safeParse(flag === undefined ? fromEnv : String(flag));
  if (result.success) return result.data;
  const wrong = flag === undefined && option.env ? option.env : `--${toFlag(name)}`;
  throw new UsageError(`${wrong}: ${result.error.issues[0]!.message}`);
}
