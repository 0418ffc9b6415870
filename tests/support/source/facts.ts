/** One import, re-export, dynamic import or import type of a source file. */
export interface Import {
  /** What it names; undefined when a dynamic import computes it. */
  readonly specifier: string | undefined;
  /** It is gone when the program runs. */
  readonly typeOnly: boolean;
}

/** What a source file imports, and whether it reads the environment. */
export interface SourceFacts {
  readonly imports: Import[];
  readsEnvironment: boolean;
}

/**
 * Parses a source file with the parser of Deno's linter, which Deno offers under `deno test` only.
 *
 * @param path its ending decides whether JSX is read; nothing is opened
 * @throws SyntaxError
 */
export function readSource(path: string, source: string): SourceFacts {
  const facts: SourceFacts = { imports: [], readsEnvironment: false };
  const visitor = { ...importVisitor(facts.imports), ...environmentVisitor(facts) };
  Deno.lint.runPlugin({ name: "facts", rules: { all: { create: () => visitor } } }, path, source);
  return facts;
}

function importVisitor(imports: Import[]): Deno.lint.LintVisitor {
  const note = (specifier: string | undefined, typeOnly: boolean) => {
    imports.push({ specifier, typeOnly });
  };
  return {
    "ImportDeclaration": (node) => note(node.source.value, isTypeImport(node)),
    "ExportAllDeclaration": (node) => note(node.source.value, node.exportKind === "type"),
    "ExportNamedDeclaration": (node) => node.source && note(node.source.value, node.exportKind === "type"),
    "ImportExpression": (node) => note(literal(node.source), false),
    "TSImportType": (node) =>
      note(node.argument.type === "TSLiteralType" ? literal(node.argument.literal) : undefined, true),
  };
}

function isTypeImport(node: Deno.lint.ImportDeclaration): boolean {
  if (node.importKind === "type") return true;
  const named = node.specifiers.filter((specifier) => specifier.type === "ImportSpecifier");
  const allNamed = named.length === node.specifiers.length && named.length > 0;
  return allNamed && named.every((specifier) => specifier.importKind === "type");
}

function environmentVisitor(facts: SourceFacts): Deno.lint.LintVisitor {
  return {
    // Deno.env, Deno["env"], globalThis.Deno.env, process.env
    "MemberExpression": (node) => {
      if (nameOf(node.property) === "env" && isRuntime(node.object)) {
        facts.readsEnvironment = true;
      }
    },
    // const { env } = Deno
    "VariableDeclarator": (node) => {
      if (
        node.id.type === "ObjectPattern" && node.init && isRuntime(node.init)
      ) facts.readsEnvironment ||= picksEnv(node.id);
    },
    // import { env } from "node:process"
    "ImportSpecifier": (node) => {
      if (nameOf(node.imported) === "env") facts.readsEnvironment = true;
    },
  };
}

function isRuntime(node: Deno.lint.Node): boolean {
  const name = node.type === "MemberExpression" ? nameOf(node.property) : nameOf(node);
  return name === "Deno" || name === "process";
}

function picksEnv(pattern: Deno.lint.ObjectPattern): boolean {
  return pattern.properties.some((property) =>
    property.type === "Property" && nameOf(property.key) === "env"
  );
}

function nameOf(node: Deno.lint.Node): string | undefined {
  return node.type === "Identifier" ? node.name : literal(node);
}

function literal(node: Deno.lint.Node): string | undefined {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}
