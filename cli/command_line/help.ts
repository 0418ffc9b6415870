import type { Command } from "./command.ts";
import { type Option, toFlag } from "./options.ts";
import { helpOption } from "./settings.ts";

const NAME_WIDTH = 28;

/** The text of `dovms --help`. */
export function overview(commands: readonly Command[]): string {
  return [
    "DOVMS keeps a clinic's patients and visits: an API, a console and an encrypted database in one program.",
    "",
    "Usage: dovms [command] [options]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(NAME_WIDTH)}${summary}`),
    "",
    "dovms <command> --help explains one command. Exit codes: 0 done, 1 not done or something is wrong, 2 wrong usage.",
  ].join("\n");
}

/** The text of `dovms <command> --help`. */
export function commandHelp({ name, summary, options }: Command): string {
  const all = Object.entries<Option>({ ...options, ...helpOption });
  return [
    `${summary}.`,
    "",
    `Usage: dovms ${name} [options]`,
    "",
    ...all.map(([key, option]) => optionLine(key, option)),
  ].join("\n");
}

function optionLine(key: string, option: Option): string {
  const flag = option.secret ? "" : `--${toFlag(key)}${option.value ? ` ${option.value}` : ""}`;
  const head = `  ${flag || option.env}`.padEnd(NAME_WIDTH + 2);
  const notes = [
    option.secret || !option.env ? "" : `environment: ${option.env}`,
    option.defaultText ? `default: ${option.defaultText}` : "",
  ].filter(Boolean).join("; ");
  return `${head}${head.endsWith(" ") ? "" : " "}${option.help}${notes ? ` (${notes})` : ""}`;
}
