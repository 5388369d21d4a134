// What the page's own style sheet hides or strikes out inside tables, by class or id, is marked as hidden: a row or a figure that nobody sees is not read.
import { attribute, childrenOf, type Element, isElement, type Node, rawText } from './html-text.ts';

const HIDES = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[^;]*line-through)/i;
const SHOWS = /(?:^|;)\s*(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)/i;
const RULE = /([^{}]*)\{([^{}]*)\}/g;
const SIMPLE = /^([a-z]*)([.#])([\w\u4e00-\u9fff-]+)$/i;

interface Selector {
  readonly tag: string;
  readonly kind: '.' | '#';
  readonly name: string;
}

/** Only inside tables: what a style sheet hides elsewhere a script may show, the article itself not seldom. */
export function markHidden(page: Node): void {
  const selectors: Selector[] = [];
  const inTables: Element[] = [];
  const open: { readonly node: Node; readonly inRow: boolean }[] = [{ node: page, inRow: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, inRow } = next;
    const inside = inRow || (isElement(node) && node.tagName === 'tr');
    if (isElement(node)) {
      if (node.tagName === 'style') selectors.push(...hidingSelectors(styleText(node)));
      else if (inside) inTables.push(node);
    }
    for (const child of childrenOf(node)) open.push({ node: child, inRow: inside });
  }
  if (selectors.length === 0) return;
  for (const element of inTables)
    if (
      !SHOWS.test(attribute(element, 'style')) &&
      selectors.some((selector) => matches(selector, element)) &&
      isSmall(element)
    )
      element.attrs.push({ name: 'hidden', value: '' });
}

/** A row or a piece of a cell: a page laid out with tables has its whole article in a row. */
const isSmall = (element: Element): boolean =>
  !holdsTable(element) && rawText(element).replace(/\s/g, '').length <= LONGEST_ROW;

const LONGEST_ROW = 240;

function holdsTable(element: Element): boolean {
  const open: Node[] = [...childrenOf(element)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next) && next.tagName === 'table') return true;
    open.push(...childrenOf(next));
  }
  return false;
}

const styleText = (style: Element): string =>
  childrenOf(style)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');

/** Plain selectors outside of @media and the like, where no later rule of the same name shows them again. */
function hidingSelectors(css: string): Selector[] {
  const hidden = new Map<string, Selector>();
  for (const [, heads = '', body = ''] of withoutGroups(css.replace(/\/\*.*?\*\/|<!--|-->/gs, '')).matchAll(RULE))
    for (const head of heads.split(',').map((text) => text.trim())) {
      const [, tag = '', kind, name] = SIMPLE.exec(head) ?? [];
      if (name === undefined) continue;
      if (HIDES.test(body)) hidden.set(head, { tag: tag.toLowerCase(), kind: kind === '#' ? '#' : '.', name });
      else if (SHOWS.test(body)) hidden.delete(head);
    }
  return [...hidden.values()];
}

/** “@media print { … }” and other rules that hold rules, left out. */
function withoutGroups(css: string): string {
  let depth = 0;
  let group = -1;
  let kept = '';
  for (let at = 0; at < css.length; at++) {
    const char = css[at] ?? '';
    if (char === '@' && group < 0) group = depth;
    if (group < 0) kept += char;
    if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    if (group >= 0 && depth <= group && (char === '}' || char === ';')) group = -1;
  }
  return kept;
}

function matches({ tag, kind, name }: Selector, element: Element): boolean {
  if (tag !== '' && tag !== element.tagName) return false;
  if (kind === '#') return attribute(element, 'id') === name;
  return attribute(element, 'class').split(/\s+/).includes(name);
}
