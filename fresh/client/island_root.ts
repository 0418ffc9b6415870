/// <reference lib="dom" />

/**
 * An object with the parts of an element that preact needs to render into, for the nodes between an island's two
 * comments: islands have no wrapper element. Undefined when the page has no such island.
 */
export function islandRoot(number: number): Element | undefined {
  const start = commentAfter(document.documentElement, `island ${number}`);
  const end = start && commentAfter(start, "/island");
  const parent = end?.parentElement;
  if (!start || !end || !parent) return undefined;
  const root = {
    nodeType: Node.ELEMENT_NODE,
    namespaceURI: parent.namespaceURI,
    ownerDocument: document,
    parentNode: parent,
    get childNodes() {
      return between(start, end);
    },
    get firstChild() {
      return between(start, end)[0] ?? null;
    },
    contains: (node: Node) => parent.contains(node),
    insertBefore: (node: Node, before: Node | null) => parent.insertBefore(node, before ?? end),
    appendChild: (node: Node) => parent.insertBefore(node, end),
    removeChild: (node: Node) => parent.removeChild(node),
  };
  return root as unknown as Element;
}

function commentAfter(from: Node, text: string): Comment | undefined {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  walker.currentNode = from;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Comment && node.data === text) return node;
  }
}

function between(start: Node, end: Node): Node[] {
  const nodes = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
}
