/** Writes the small XML documents of the REST-XML and query protocols, and escapes what stands in them. */

/** A tree of elements: a list repeats its element, `undefined` leaves it out. */
export type XmlTree = { readonly [name: string]: XmlContent };
type XmlContent = string | number | boolean | undefined | XmlTree | readonly XmlContent[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) =>
  text
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll(/[\u0000-\u001f\u0085\u2028]/g, (character) => `&#${character.charCodeAt(0)};`);

const element = (name: string, content: XmlContent): string => {
  if (content === undefined) return '';
  if (isList(content)) return content.map((one) => element(name, one)).join('');
  const inner = typeof content === 'object' ? elements(content) : escaped(String(content));
  return `<${name}>${inner}</${name}>`;
};

const isList = (content: XmlContent): content is readonly XmlContent[] => Array.isArray(content);

const elements = (tree: XmlTree): string =>
  Object.entries(tree)
    .map(([name, content]) => element(name, content))
    .join('');

/** The document with its declaration. */
export const xml = (tree: XmlTree): string => `<?xml version="1.0" encoding="UTF-8"?>\n${elements(tree)}`;

/** The text that an escaped XML text stands for. */
export const unescapeXml = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, named) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(named)] ?? whole;
  });
