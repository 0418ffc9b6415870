import { Signal } from "@preact/signals";
import { stringify } from "devalue";
import { isValidElement } from "preact";
import type { MountedIsland } from "./rendering.ts";
import { Unsupported } from "../unsupported.ts";

/**
 * The block from which client/boot.ts starts the islands: `[build, [[module URL, export], props][]]` in devalue's JSON.
 * All props are serialized as one value, so that an object or signal given to two islands is one object in the browser too.
 *
 * @throws when a prop is a function, a class instance or JSX
 */
export function propsScript(islands: MountedIsland[], build: string, nonce: string): string {
  const list = islands.map(({ island, props }) => [island.url, island.exportName, props]);
  return `<script type="application/json" id="fresh-islands"${nonce}>${serialize([build, list])}</script>`;
}

/** Escapes a value for a double-quoted HTML attribute. */
export function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

function serialize(value: unknown): string {
  try {
    const json = stringify(value, { Signal: signalValue, JSX: refuseJsx });
    // A prop with "</script>" in it must not end the block.
    return json.replaceAll("<", "\\u003c");
  } catch (cause) {
    if (cause instanceof Unsupported) throw cause;
    throw new Error("An island's props cannot be sent to the browser", { cause });
  }
}

// Comes before the test for JSX: preact's isValidElement is true for a signal too.
function signalValue(value: unknown): [unknown] | false {
  return value instanceof Signal && [value.peek()];
}

function refuseJsx(value: unknown): false {
  if (typeof value === "object" && value !== null && isValidElement(value)) {
    throw new Unsupported("JSX as a prop or child of an island");
  }
  return false;
}
