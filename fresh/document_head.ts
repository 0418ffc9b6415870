import { type ComponentChildren, createElement, Fragment, toChildArray, type VNode } from "preact";
import { comment } from "./comment.ts";
import { Head } from "./head.ts";
import { underWay } from "./server_render.ts";

type Render = (vnode: VNode) => string;
interface Entry {
  identity: string | undefined;
  element: VNode;
}

const END = "fresh-head-end";

/**
 * The `<head>` of one document. The wrapper's own titles, metas and links leave a numbered comment in their place,
 * because a `<Head>` further down the wrapper may still replace them; `fill` then puts the last of each in.
 */
export class DocumentHead {
  open = false;
  key: unknown = undefined;
  readonly #places: Entry[] = [];
  readonly #added: Entry[] = [];

  /** Leaves a place for an element of the wrapper's own head, or for the page's own in its stead. */
  hold(element: VNode): VNode {
    const identity = identityOf(element, this.key);
    const own = this.#added.findIndex((added) => identity !== undefined && added.identity === identity);
    this.#places.push(this.#added.splice(own, own < 0 ? 0 : 1)[0] ?? { identity, element });
    return comment(`fresh-head-${this.#places.length - 1}`);
  }

  /** Takes the children of a `<Head>`. */
  add(children: ComponentChildren): void {
    for (const child of toChildArray(children)) {
      if (typeof child !== "object") throw new Error("<Head> takes elements, not text");
      this.#put({ identity: identityOf(child, child.key), element: child });
    }
  }

  /** `html` with its head complete; `extra` is HTML that goes last in it. */
  fill(html: string, extra: string, render: Render): string {
    const [before, after] = cut(html, `<!--${END}-->`);
    if (after === undefined) {
      if (this.#added.length > 0) throw new Error("<Head> was used, but the page has no <head> element");
      return html;
    }
    const head = before.replaceAll(
      /<!--fresh-head-(\d+)-->/g,
      (_, place: string) => render(this.#places[Number(place)]?.element ?? createElement(Fragment, null)),
    );
    return head + this.#added.map((entry) => render(entry.element)).join("") + extra + after;
  }

  #put(entry: Entry): void {
    const same = (other: Entry) => entry.identity !== undefined && other.identity === entry.identity;
    const taken = this.#places.find(same) ?? this.#added.find(same);
    if (taken) taken.element = entry.element;
    else this.#added.push(entry);
  }
}

/** Called for every node before it renders. */
export function markHead(vnode: VNode, head: DocumentHead): void {
  if (vnode.type === Head) head.add(vnode.props.children);
  else if (vnode.type === "head" && !head.open) vnode.type = OpenHead;
  else if (head.open && typeof vnode.type === "string") vnode.type = HELD.get(vnode.type) ?? vnode.type;
  head.key = vnode.key;
}

function OpenHead(props: { children?: ComponentChildren }): VNode {
  underWay().head.open = true;
  return createElement("head", { ...props }, props.children, createElement(EndHead, null));
}

function EndHead(): VNode {
  underWay().head.open = false;
  return comment(END);
}

const HELD = new Map(["title", "meta", "link"].map((tag) => [tag, holder(tag)]));

function holder(tag: string): (props: Record<string, unknown>) => VNode {
  return (props) => underWay().head.hold(createElement(tag, props));
}

/** What makes two head elements the same one, by Fresh's rules: title, key, id, the name of a meta. */
function identityOf(element: VNode, key: unknown): string | undefined {
  const props = element.props as { id?: string; name?: string };
  if (element.type === "title") return "title";
  if (key !== undefined && key !== null) return `key ${key}`;
  if (props.id !== undefined) return `id ${props.id}`;
  if (element.type === "meta" && props.name !== undefined) return `meta ${props.name}`;
}

function cut(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}
