import { type ComponentChildren, createElement, Fragment, toChildArray, type VNode } from "preact";
import { htmlComment } from "./comment.ts";

type Render = (vnode: VNode) => string;
interface Entry {
  identity: string | undefined;
  element: VNode;
}

const END = "fresh-head-end";

/**
 * The `<head>` of one document. The wrapper's own titles, metas and links are rendered as numbered comments at first,
 * because a `<Head>` further down the wrapper may still replace them; `complete` then puts the last of each in.
 */
export class DocumentHead {
  readonly #slots: Entry[] = [];
  readonly #added: Entry[] = [];

  /** A numbered comment in place of an element of the wrapper's head. What the page has for it goes there instead. */
  reserve(element: VNode, key: unknown): VNode {
    const identity = identityOf(element, key);
    const fromPage = this.#added.findIndex((added) => identity !== undefined && added.identity === identity);
    const [entry] = fromPage < 0 ? [] : this.#added.splice(fromPage, 1);
    this.#slots.push(entry ?? { identity, element });
    return htmlComment(`fresh-head-${this.#slots.length - 1}`);
  }

  /** The comment that marks where `<head>` ends. */
  end(): VNode {
    return htmlComment(END);
  }

  /** Takes the children of a `<Head>`. @throws when one of them is text */
  add(children: ComponentChildren): void {
    for (const child of toChildArray(children)) {
      if (typeof child !== "object") throw new Error("<Head> takes elements, not text");
      this.#replaceOrAdd({ identity: identityOf(child, child.key), element: child });
    }
  }

  /**
   * `html` with its head complete; `extra` is HTML that goes last in it.
   *
   * @throws when a `<Head>` was used in a page without `<head>`
   */
  complete(html: string, extra: string, render: Render): string {
    const [before, after] = splitAt(html, `<!--${END}-->`);
    if (after === undefined) {
      if (this.#added.length > 0) throw new Error("<Head> was used, but the page has no <head> element");
      return html;
    }
    const head = before.replaceAll(
      /<!--fresh-head-(\d+)-->/g,
      (_, slot: string) => render(this.#slots[Number(slot)]?.element ?? createElement(Fragment, null)),
    );
    return head + this.#added.map((entry) => render(entry.element)).join("") + extra + after;
  }

  #replaceOrAdd(entry: Entry): void {
    const isSame = (other: Entry) => entry.identity !== undefined && other.identity === entry.identity;
    const existing = this.#slots.find(isSame) ?? this.#added.find(isSame);
    if (existing) existing.element = entry.element;
    else this.#added.push(entry);
  }
}

/** What makes two head elements the same one, by Fresh's rules: title, key, id, the name of a meta. */
function identityOf(element: VNode, key: unknown): string | undefined {
  const props = element.props as { id?: string; name?: string };
  if (element.type === "title") return "title";
  if (key !== undefined && key !== null) return `key ${key}`;
  if (props.id !== undefined) return `id ${props.id}`;
  if (element.type === "meta" && props.name !== undefined) return `meta ${props.name}`;
}

function splitAt(text: string, mark: string): [before: string, after: string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}
