import type { Form } from "./form.ts";

/** The version that a form was made from, so that a change by somebody else in between is noticed. */
export function VersionField({ version }: { version: number }) {
  return <input type="hidden" name="version" value={version} />;
}

/** The version in a form; undefined where there is none that can be read. */
export function versionIn(form: Form): number | undefined {
  const version = Number(form.text("version"));
  return Number.isSafeInteger(version) && version > 0 ? version : undefined;
}
