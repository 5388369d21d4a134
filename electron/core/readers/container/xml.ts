// A small reader of XML parts: one walk, no entities but the five of XML, a limit on depth. Enough for Office files, and nothing to attack.

export interface XmlHandler {
  /** `name` is without its prefix; `attributes` gives a value by local name, or undefined. */
  readonly open: (name: string, attributes: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Deeper than any real document (a table in a table in a table is about 30). */
export const MAX_DEPTH = 400;
/** A report has some 30,000. */
const MAX_TAGS = 1_000_000;
/** Between two tags. */
const MAX_TEXT = 1_000_000;

/** Walks a part from start to end; false where it is no well-formed XML, too deep or without end. */
export function walkXml(xml: string, handler: XmlHandler): boolean {
  const stack: string[] = [];
  let at = 0;
  for (let tags = 0; at < xml.length; tags++) {
    if (tags > MAX_TAGS) return false;
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (start - at > MAX_TEXT) return false;
    if (start > at && stack.length > 0) handler.text(decodeXml(xml.slice(at, start)));
    if (xml.startsWith('<!--', start)) {
      at = endAfter(xml, '-->', start);
    } else if (xml.startsWith('<![CDATA[', start)) {
      at = endAfter(xml, ']]>', start);
      if (at > 0) handler.text(xml.slice(start + 9, at - 3));
    } else if (xml.startsWith('<?', start)) {
      at = endAfter(xml, '?>', start);
    } else if (xml.startsWith('</', start)) {
      at = endAfter(xml, '>', start);
      const name = xml.slice(start + 2, at - 1).trim();
      if (at < 1 || stack.pop() !== name) return false;
      handler.close(localName(name));
    } else {
      at = tagEnd(xml, start);
      if (at < 1) return false;
      const closed = xml[at - 2] === '/';
      const tag = xml.slice(start + 1, closed ? at - 2 : at - 1);
      const space = tag.search(/\s/);
      const name = space < 0 ? tag : tag.slice(0, space);
      const attributeText = space < 0 ? '' : tag.slice(space);
      const local = localName(name);
      handler.open(local, (wanted) => attribute(attributeText, wanted));
      if (closed) handler.close(local);
      else if (stack.push(name) > MAX_DEPTH) return false;
    }
    if (at < 1) return false;
  }
  return stack.length === 0;
}

const endAfter = (xml: string, mark: string, from: number): number => {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
};

/** One past the “>” of a start tag; a “>” inside quotes does not end it. */
function tagEnd(xml: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < xml.length; at++) {
    const char = xml[at];
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
    else if (char === '<') return -1;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute by local name. */
export function attribute(text: string, wanted: string): string | undefined {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1];
    if (before !== ':' && before !== ' ' && before !== '\n' && before !== '\t' && before !== '\r') continue;
    const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(text.slice(at + wanted.length, at + wanted.length + 4096));
    if (rest) return decodeXml(rest[1] ?? rest[2] ?? '');
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and the five named entities; anything else stays as it stands. */
function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (all, hex, decimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
