/** One import, re-export, dynamic import or import type of a source file. */
export interface Import {
  /** Undefined when a dynamic import computes it. */
  readonly specifier: string | undefined;
  /** Removed by the compiler: nothing is imported when the program runs. */
  readonly typeOnly: boolean;
  /** The imported names ("default" included), as the other file exports them; "all" when it may be any. */
  readonly names: readonly string[] | "all";
}

export interface Export {
  readonly name: string;
  /** A type, an interface, or a class, which is a type as well. */
  readonly isType: boolean;
}

/** What a source file imports and exports, and whether it reads the environment. */
export interface SourceFacts {
  readonly imports: Import[];
  /** What is exported by name, "default" included; without what `export *` passes on. */
  readonly exports: Export[];
  /** The names that types of this file mention. */
  readonly typeNames: Set<string>;
  readsEnvironment: boolean;
}

/** A source file and what was read from it. */
export interface ParsedFile {
  readonly path: string;
  readonly facts: SourceFacts;
}

/**
 * Parses a source file with the parser of Deno's linter, which Deno offers under `deno test` only.
 *
 * @param path its ending decides whether JSX is read; nothing is opened
 * @throws SyntaxError
 */
export function readSource(path: string, source: string): SourceFacts {
  const facts: SourceFacts = { imports: [], exports: [], typeNames: new Set(), readsEnvironment: false };
  const visitor = joinVisitors([
    importVisitor(facts.imports),
    exportVisitor(facts.exports),
    typeVisitor(facts.typeNames),
    environmentVisitor(facts),
  ]);
  Deno.lint.runPlugin({ name: "facts", rules: { all: { create: () => visitor } } }, path, source);
  return facts;
}

/** Several visitors may look at the same kind of node. */
function joinVisitors(visitors: Deno.lint.LintVisitor[]): Deno.lint.LintVisitor {
  const kinds = new Set(visitors.flatMap((visitor) => Object.keys(visitor)));
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, (node: unknown) => {
      for (const visitor of visitors) (visitor as Record<string, Visit | undefined>)[kind]?.(node);
    }]),
  );
}

type Visit = (node: unknown) => void;

function importVisitor(imports: Import[]): Deno.lint.LintVisitor {
  return {
    "ImportDeclaration": (node) =>
      imports.push({
        specifier: node.source.value,
        typeOnly: isTypeImport(node),
        names: importedNames(node),
      }),
    "ExportAllDeclaration": (node) =>
      imports.push({ specifier: node.source.value, typeOnly: node.exportKind === "type", names: "all" }),
    "ExportNamedDeclaration": (node) => {
      if (!node.source) return;
      const names = node.specifiers.map((specifier) => nameOf(specifier.local) ?? "");
      imports.push({ specifier: node.source.value, typeOnly: node.exportKind === "type", names });
    },
    "ImportExpression": (node) =>
      imports.push({ specifier: literal(node.source), typeOnly: false, names: awaitedNames(node) }),
    "TSImportType": (node) => {
      const { argument } = node;
      const specifier = argument.type === "TSLiteralType" ? literal(argument.literal) : undefined;
      imports.push({ specifier, typeOnly: true, names: qualifiedNames(node) });
    },
  };
}

function isTypeImport(node: Deno.lint.ImportDeclaration): boolean {
  if (node.importKind === "type") return true;
  const named = node.specifiers.filter((specifier) => specifier.type === "ImportSpecifier");
  const allNamed = named.length === node.specifiers.length && named.length > 0;
  return allNamed && named.every((specifier) => specifier.importKind === "type");
}

function importedNames({ specifiers }: Deno.lint.ImportDeclaration): string[] | "all" {
  if (specifiers.some(({ type }) => type === "ImportNamespaceSpecifier")) return "all";
  return specifiers.map((specifier) =>
    specifier.type === "ImportSpecifier" ? nameOf(specifier.imported) ?? "" : "default"
  );
}

/** `const { a } = await import(…)` and `(await import(…)).a` say which names they take. */
function awaitedNames(node: Deno.lint.ImportExpression): string[] | "all" {
  const user = node.parent.type === "AwaitExpression" ? node.parent.parent : node.parent;
  if (user.type === "MemberExpression") return [nameOf(user.property) ?? ""];
  if (user.type !== "VariableDeclarator" || user.id.type !== "ObjectPattern") return "all";
  const keys = user.id.properties.map((each) => each.type === "Property" ? nameOf(each.key) : undefined);
  return keys.every((key) => key !== undefined) ? keys : "all";
}

/** The A of `import("./a.ts").A.B`. */
function qualifiedNames({ qualifier }: Deno.lint.TSImportType): string[] | "all" {
  return qualifier ? [leftmostName(qualifier)] : "all";
}

function leftmostName(node: Deno.lint.Node): string {
  return node.type === "TSQualifiedName" ? leftmostName(node.left) : nameOf(node) ?? "";
}

function exportVisitor(exports: Export[]): Deno.lint.LintVisitor {
  return {
    "ExportDefaultDeclaration": () => exports.push({ name: "default", isType: false }),
    "ExportNamedDeclaration": (node) => {
      const isType = node.exportKind === "type";
      const named = node.specifiers.map(({ exported }) => ({ name: nameOf(exported) ?? "", isType }));
      exports.push(...named, ...(node.declaration ? declared(node.declaration) : []));
    },
  };
}

function declared(node: Deno.lint.Node): Export[] {
  if (node.type === "VariableDeclaration") {
    return node.declarations.flatMap(({ id }) => boundNames(id)).map((name) => ({ name, isType: false }));
  }
  const isType = TYPE_DECLARATIONS.includes(node.type);
  const names = "id" in node && node.id ? boundNames(node.id as Deno.lint.Node) : [];
  return names.map((name) => ({ name, isType }));
}

const TYPE_DECLARATIONS: readonly string[] = [
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
  "ClassDeclaration",
];

function typeVisitor(names: Set<string>): Deno.lint.LintVisitor {
  const add = (node: Deno.lint.Node) => names.add(leftmostName(node));
  return {
    "TSTypeReference": (node) => add(node.typeName),
    "TSInterfaceHeritage": (node) => add(node.expression),
    "TSClassImplements": (node) => add(node.expression),
  };
}

/** The variables of a pattern such as `{ a, b: [c] }`. */
function boundNames(node: Deno.lint.Node | null): string[] {
  switch (node?.type) {
    case "Identifier":
      return [node.name];
    case "ObjectPattern":
      return node.properties.flatMap((each) => boundNames(each.type === "Property" ? each.value : each));
    case "ArrayPattern":
      return node.elements.flatMap(boundNames);
    case "AssignmentPattern":
      return boundNames(node.left);
    case "RestElement":
      return boundNames(node.argument);
    default:
      return [];
  }
}

function environmentVisitor(facts: SourceFacts): Deno.lint.LintVisitor {
  return {
    // Deno.env, Deno["env"], globalThis.Deno.env, process.env
    "MemberExpression": (node) => {
      if (nameOf(node.property) === "env" && isRuntime(node.object)) facts.readsEnvironment = true;
    },
    // const { env } = Deno
    "VariableDeclarator": (node) => {
      if (node.id.type === "ObjectPattern" && node.init && isRuntime(node.init)) {
        facts.readsEnvironment ||= picksEnv(node.id);
      }
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
