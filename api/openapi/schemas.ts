import { z } from "zod";

export type JsonSchema = Record<string, unknown>;
/** A schema of what is sent or of what is answered. */
export type Direction = "input" | "output";

/** The document's named schemas, filled while its operations are written. */
export class Schemas {
  readonly #named = new Map<string, JsonSchema>();
  readonly #sources = new Map<string, string>();

  constructor(fixed: Record<string, JsonSchema>) {
    for (const [name, schema] of Object.entries(fixed)) this.#name(name, schema, JSON.stringify(schema));
  }

  /**
   * A schema as JSON Schema 2020-12. Schemas with a name (`.meta({ id })`) become references.
   *
   * @param owner gives a name to recursive schemas that have none
   * @throws Error where there is no JSON Schema for it: an answer that transforms, a recursive schema without a name, or
   * a name that two different schemas have
   */
  of(schema: z.ZodType, direction: Direction, owner: string): JsonSchema {
    const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, {
      io: direction,
      override: withoutPatternOfFormat,
    });
    const names = new Map<string, string>();
    for (const [name, source] of Object.entries($defs)) {
      names.set(name, this.#freeName(name.replace(/^__schema/, `${owner}_`), source, direction));
    }
    for (const [name, source] of Object.entries($defs)) {
      this.#name(names.get(name)!, withReferences(source, names), JSON.stringify(source));
    }
    return withReferences(root, names);
  }

  /** The named schemas, by name. */
  named(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => a < b ? -1 : 1));
  }

  /** A name can have two shapes: unknown keys are accepted in what is sent, but never answered. */
  #freeName(name: string, source: JsonSchema, direction: Direction): string {
    const text = JSON.stringify(source);
    const names = [name, name + (direction === "input" ? "Input" : "Output")];
    const free = names.find((each) => (this.#sources.get(each) ?? text) === text);
    if (free === undefined) throw new Error(`two different schemas are called ${name}`);
    return free;
  }

  #name(name: string, schema: JsonSchema, source: string): void {
    this.#named.set(name, schema);
    this.#sources.set(name, source);
  }
}

/** The format says the same: the pattern of a date fills three lines. */
function withoutPatternOfFormat({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

function withReferences(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    return key === "$ref" && typeof value === "string" ? reference(value, names) : value;
  });
}

function reference(local: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(local.replace("#/$defs/", ""));
  if (name === undefined) throw new Error('a recursive schema needs a name: .meta({ id: "…" })');
  return `#/components/schemas/${name}`;
}
