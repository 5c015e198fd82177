// As much of a document as page.js and the views need: elements that keep their attributes and their text.
class Element {
  attributes = {};
  children = [];
  classList = { add: () => {} };

  constructor(tag) {
    this.tag = tag;
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }
  append(...children) {
    this.children.push(...children);
  }
  get firstElementChild() {
    return this.children[0];
  }
  get textContent() {
    return this.children.map((child) => child.textContent ?? String(child)).join('');
  }
  set textContent(text) {
    this.children = [text];
  }
  /** This element and all below it that have the tag. */
  all(tag) {
    return [...(this.tag === tag ? [this] : []), ...this.children.flatMap((child) => child.all?.(tag) ?? [])];
  }
}

const tree = (...tags) => tags.reduceRight((inner, tag) => {
  const element = new Element(tag);
  if (inner) element.append(inner);
  return element;
}, null);

globalThis.document = {
  createElement: (tag) => new Element(tag),
  createElementNS: (_, tag) => new Element(tag),
  querySelector: () => tree('main', 'div', 'h1'),
};

/** What a view has made, as one element. */
export function drawn(nodes) {
  const main = tree('main');
  main.append(...nodes.filter(Boolean));
  return main;
}
