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

// The API and the console (api, routes) import the clinic and nothing below it, so that nothing they do avoids the
// permission check or the audit.
const MAY_IMPORT: Record<Room, readonly Room[]> = {
  "main": ["cli", "api", "routes", "islands", "clinic", "db", "db/crypto", "http", "fresh"],
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
  "tests": ["main", "cli", "api", "routes", "islands", "clinic", "db", "db/crypto", "http", "fresh", "tasks"],
};

// Types besides: the compiler removes them, so no code is reached through them.
const MAY_IMPORT_TYPES: Partial<Record<Room, readonly Room[]>> = {
  "api": ["db", "db/crypto"],
  "routes": ["db", "db/crypto"],
  "islands": ["clinic"],
};

// These open a connection to a database. Only main and cli give connections to the rest.
const CONNECTION_OPENERS: readonly string[] = ["db/port/local.ts", "db/port/remote.ts"];
const MAY_OPEN_CONNECTIONS: readonly Room[] = ["main", "cli", "tests"];

// What the verbs are made of. With these an API endpoint or a page would get to the database with no permission check and
// no audit entry, so it may not even import their types.
const CLINIC_INTERNALS: readonly string[] = ["clinic/clinic.ts", "clinic/open.ts", "clinic/verb.ts"];
const WITHOUT_INTERNALS: readonly Room[] = ["api", "routes", "islands"];

const MAY_READ_ENVIRONMENT: readonly Room[] = ["main", "cli", "tasks", "tests"];

// Settings (deno.json) and what was built (_fresh) belong to no room: the program's work must not depend on them.
const MAY_IMPORT_FROM_NO_ROOM: readonly Room[] = ["main", "cli", "tasks", "tests"];

// The packages (and parts of Fresh) that run in a browser.
const BROWSER_PACKAGES: readonly string[] = ["fresh/runtime", "preact", "preact/hooks", "@preact/signals"];

// Fresh imports routes whose names it finds, main and the tests what was built.
const MAY_COMPUTE_IMPORTS: readonly Room[] = ["fresh", "main", "tests"];

/**
 * How a file breaks the order of the rooms, one sentence each.
 *
 * @param path from the project's folder, with slashes
 */
export function violations(path: string, facts: SourceFacts, mapped: ImportMap): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path} belongs to no room`];
  const found = facts.imports.flatMap((each) => violation(path, room, each, mapped) ?? []);
  if (facts.readsEnvironment && !MAY_READ_ENVIRONMENT.includes(room)) found.push("reads the environment");
  return found.map((what) => `${path} ${what}`);
}

/** Undefined for a file outside of all rooms. */
function roomOf(path: string): Room | undefined {
  if (/^\w+\.tsx?$/.test(path)) return "main";
  if (path.startsWith("db/crypto/")) return "db/crypto";
  if (path.startsWith("routes/") && path.includes("/(_islands)/")) return "islands";
  const top = path.slice(0, path.indexOf("/"));
  return Object.hasOwn(MAY_IMPORT, top) ? top as Room : undefined;
}

function violation(path: string, room: Room, { specifier, typeOnly }: Import, mapped: ImportMap) {
  if (specifier === undefined) {
    return MAY_COMPUTE_IMPORTS.includes(room) ? undefined : "imports a computed specifier";
  }
  if (/^(jsr|https?|npm|file|data):|^\//.test(specifier)) {
    return `imports ${specifier}, which is not in the import map`;
  }
  const isOurs = specifier.startsWith(".") || specifier.startsWith("@/");
  const isForBrowsers = typeOnly || isOurs || BROWSER_PACKAGES.includes(specifier);
  if (room === "islands" && !isForBrowsers) return `imports ${specifier}, which is not for browsers`;
  const target = targetOf(path, specifier, mapped);
  return target === undefined ? undefined : violationOfOrder(room, path, target, typeOnly);
}

function violationOfOrder(room: Room, path: string, target: string, typeOnly: boolean): string | undefined {
  if (opensConnection(room, path, target, typeOnly)) return `imports ${target}, which opens connections`;
  if (WITHOUT_INTERNALS.includes(room) && CLINIC_INTERNALS.includes(target)) {
    return `imports ${target}, which is for verbs alone`;
  }
  const targetRoom = /(^|\/)deno\.json$/.test(target) ? undefined : roomOf(target);
  const isAllowed = targetRoom === undefined
    ? MAY_IMPORT_FROM_NO_ROOM.includes(room)
    : mayImport(room, targetRoom, typeOnly);
  return isAllowed ? undefined : `imports ${target}, which is not below it`;
}

function opensConnection(room: Room, path: string, target: string, typeOnly: boolean): boolean {
  if (typeOnly || MAY_OPEN_CONNECTIONS.includes(room)) return false;
  return CONNECTION_OPENERS.includes(target) && !CONNECTION_OPENERS.includes(path);
}

function mayImport(room: Room, target: Room, typeOnly: boolean): boolean {
  if (target === room || MAY_IMPORT[room].includes(target)) return true;
  return typeOnly && MAY_IMPORT_TYPES[room]?.includes(target) === true;
}
