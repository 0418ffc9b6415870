import type { Graph } from "./graph.ts";

/**
 * The circles in a graph, each as "a → b → a": one, and a shortest, for every set of files that all reach each other.
 */
export function circles(graph: Graph): string[] {
  const reported = new Set<string>();
  const found: string[] = [];
  for (const start of [...graph.keys()].sort()) {
    if (reported.has(start)) continue;
    const circle = shortestCircle(graph, start);
    if (!circle) continue;
    found.push(circle.join(" → "));
    for (const path of reachingEachOther(graph, start)) reported.add(path);
  }
  return found;
}

/** From `start` back to `start`, breadth first. */
function shortestCircle(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return [...wayTo(path, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
}

function wayTo(path: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(path);
  return before === undefined ? [path] : [...wayTo(before, cameFrom), path];
}

/** The files that `start` reaches and that reach `start`. */
function reachingEachOther(graph: Graph, start: string): string[] {
  const back = new Map<string, string[]>();
  for (const [path, targets] of graph) {
    for (const target of targets) back.set(target, [...back.get(target) ?? [], path]);
  }
  const reaching = reachable(back, start);
  return [...reachable(graph, start)].filter((path) => reaching.has(path));
}

function reachable(graph: Graph, start: string): Set<string> {
  const seen = new Set([start]);
  for (const path of seen) for (const next of graph.get(path) ?? []) seen.add(next);
  return seen;
}
