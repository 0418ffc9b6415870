import type { Import, SourceFacts } from "./facts.ts";
import { type ImportMap, targetOf } from "./graph.ts";

/** A part of the program with its own place in the order of imports. */
export type Room =
  | "main"
  | "cli"
  | "api"
  | "routes"
  | "islands"
  | "clinic"
  | "db"
  | "db/crypto"
  | "http"
  | "fresh"
  | "tasks"
  | "tests";

// Whom a room's code may call. A door (api, routes) calls the clinic and nothing under it, so neither goes round the
// policy or the audit.
const CALLS: Record<Room, readonly Room[]> = {
  "main": [
    "cli",
    "api",
    "routes",
    "islands",
    "clinic",
    "db",
    "db/crypto",
    "http",
    "fresh",
  ],
  "cli": ["api", "routes", "islands", "clinic", "db", "db/crypto", "http", "fresh"],
  "api": ["clinic", "http"],
  "routes": ["clinic", "islands", "http", "fresh"],
  "islands": ["fresh"],
  "clinic": ["db", "db/crypto"],
  "db": ["db/crypto"],
  "db/crypto": [],
  "http": [],
  "fresh": [],
  "tasks": [],
  "tests": [
    "main",
    "cli",
    "api",
    "routes",
    "islands",
    "clinic",
    "db",
    "db/crypto",
    "http",
    "fresh",
    "tasks",
  ],
};

// Whose types a room may name besides: they are gone when the program runs, so this opens no way round anything.
const NAMES: Partial<Record<Room, readonly Room[]>> = {
  "api": ["db", "db/crypto"],
  "routes": ["db", "db/crypto"],
  "islands": ["clinic"],
};

/** The files that open a connection to a database. Only main and cli give connections to the rest. */
const CONNECTION_OPENERS: readonly string[] = ["db/port/local.ts", "db/port/remote.ts"];
const OPENER_CALLERS: readonly Room[] = ["main", "cli", "tests"];

// What the verbs are made of. With these an API endpoint or a page would get to the database with no permission check and
// no audit entry, so not even their types are theirs.
const CLINIC_INTERNALS: readonly string[] = ["clinic/clinic.ts", "clinic/open.ts", "clinic/verb.ts"];
const WITHOUT_INTERNALS: readonly Room[] = ["api", "routes", "islands"];

const ENVIRONMENT_READERS: readonly Room[] = ["main", "cli", "tasks", "tests"];

/** The packages (and parts of Fresh) that run in a browser. */
const ISLAND_PACKAGES: readonly string[] = [
  "fresh/runtime",
  "preact",
  "preact/hooks",
  "@preact/signals",
];

// These find modules by name at run time: Fresh its routes, main and the tests what was built.
const COMPUTED_IMPORTERS: readonly Room[] = ["fresh", "main", "tests"];

/**
 * The room a file lies in, or undefined for a file outside of all rooms.
 *
 * @param path from the project's folder, with slashes
 */
function roomOf(path: string): Room | undefined {
  if (/^\w+\.tsx?$/.test(path)) return "main";
  if (path.startsWith("db/crypto/")) return "db/crypto";
  if (path.startsWith("routes/") && path.includes("/(_islands)/")) return "islands";
  const top = path.slice(0, path.indexOf("/"));
  return Object.hasOwn(CALLS, top) ? top as Room : undefined;
}

/**
 * What in a file breaks the order of the rooms, one sentence each.
 *
 * @param path from the project's folder, with slashes
 */
export function offences(path: string, facts: SourceFacts, mapped: ImportMap): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path} lies in no room`];
  const found = facts.imports.flatMap((each) => offence(path, room, each, mapped) ?? []);
  if (facts.readsEnvironment && !ENVIRONMENT_READERS.includes(room)) found.push("reads the environment");
  return found.map((what) => `${path} ${what}`);
}

function offence(path: string, room: Room, { specifier, typeOnly }: Import, mapped: ImportMap) {
  if (specifier === undefined) {
    return COMPUTED_IMPORTERS.includes(room) ? undefined : "imports something computed";
  }
  if (/^(jsr|https?|npm|file|data):|^\//.test(specifier)) {
    return `imports ${specifier}, which is not in the import map`;
  }
  const isOurs = specifier.startsWith(".") || specifier.startsWith("@/");
  const forBrowsers = typeOnly || isOurs || ISLAND_PACKAGES.includes(specifier);
  if (room === "islands" && !forBrowsers) return `imports ${specifier}, which is not for browsers`;
  const target = targetOf(path, specifier, mapped);
  return target === undefined ? undefined : crossing(room, path, target, typeOnly);
}

function crossing(room: Room, path: string, target: string, typeOnly: boolean): string | undefined {
  if (opensConnection(room, path, target, typeOnly)) return `imports ${target}, which opens connections`;
  if (WITHOUT_INTERNALS.includes(room) && CLINIC_INTERNALS.includes(target)) {
    return `imports ${target}, which is for verbs alone`;
  }
  const into = inRoom(target);
  const allowed = into === undefined ? OUTSIDERS.includes(room) : mayImport(room, into, typeOnly);
  return allowed ? undefined : `imports ${target}, which is not below it`;
}

// Settings (deno.json) and what was built (_fresh) lie in no room: the program's work must not depend on them.
const OUTSIDERS: readonly Room[] = ["main", "cli", "tasks", "tests"];

function inRoom(target: string): Room | undefined {
  return /(^|\/)deno\.json$/.test(target) ? undefined : roomOf(target);
}

function opensConnection(room: Room, path: string, target: string, typeOnly: boolean): boolean {
  if (typeOnly || OPENER_CALLERS.includes(room)) return false;
  return CONNECTION_OPENERS.includes(target) && !CONNECTION_OPENERS.includes(path);
}

function mayImport(room: Room, into: Room, typeOnly: boolean): boolean {
  return into === room || CALLS[room].includes(into) || (typeOnly && NAMES[room]?.includes(into) === true);
}
