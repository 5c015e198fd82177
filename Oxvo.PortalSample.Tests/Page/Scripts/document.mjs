// As much of a document as page.js and the views need: elements that keep their attributes and their text.
class Element extends EventTarget {
  attributes = {};
  children = [];
  dataset = {};
  isConnected = true;
  classList = { add: () => {} };

  constructor(tag) {
    super();
    this.tag = tag;
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
  focus() {
    document.activeElement = this;
  }
  contains(node) {
    return node === this || this.children.some((child) => child.contains?.(node));
  }
  get localName() {
    return this.tag;
  }
  get firstElementChild() {
    return this.children[0];
  }
  get firstChild() {
    return this.children[0];
  }
  get textContent() {
    return this.children.map((child) => child.textContent ?? String(child)).join('');
  }
  set textContent(text) {
    this.children = [text];
  }
  /** By a list of tags, or by one attribute and its value. */
  querySelectorAll(selector) {
    const [, name, value] = /^\[([\w-]+)=(\w+)\]$/.exec(selector) ?? [];
    if (name) return this.withAttribute(name, value);
    return selector.split(', ').flatMap((tag) => this.all(tag));
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  withAttribute(name, value) {
    const inside = this.children.flatMap((child) => child.withAttribute?.(name, value) ?? []);
    return this.attributes[name] === value ? [this, ...inside] : inside;
  }
  /** This element and all below it that have the tag. */
  all(tag) {
    return [...(this.tag === tag ? [this] : []), ...this.children.flatMap((child) => child.all?.(tag) ?? [])];
  }
}

export const tree = (...tags) => tags.reduceRight((inner, tag) => {
  const element = new Element(tag);
  if (inner) element.append(inner);
  return element;
}, null);

globalThis.document = {
  documentElement: {},
  createElement: (tag) => new Element(tag),
  createElementNS: (_, tag) => new Element(tag),
};

/** What a view has made, as one element. */
export function drawn(nodes) {
  const main = tree('main');
  main.append(...nodes.filter(Boolean));
  return main;
}
