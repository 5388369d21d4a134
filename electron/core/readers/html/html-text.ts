// The tree of a web page, and its text: what is hidden or never shown is left out, line ends of the source are no spaces between Chinese characters.
import type { DefaultTreeAdapterMap } from 'parse5';
import { CLOSE, OPEN, withNotes } from '../note-marks.ts';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

const SILENT = new Set(
  'script style noscript template head iframe object embed applet svg canvas audio video map select option textarea button link meta del s strike'.split(
    ' ',
  ),
);

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

export const attribute = (node: Element, name: string): string =>
  node.attrs.find((one) => one.name === name)?.value ?? '';

/** Never shown, or struck out: scripts, form controls, what a style or attribute hides, and the mark of our own drafts. */
export const isSilent = (node: Node): boolean =>
  node.nodeName === '#comment' ||
  (isElement(node) &&
    (SILENT.has(node.tagName) ||
      /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|text-decoration[^;]*line-through|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)/i.test(
        attribute(node, 'style'),
      ) ||
      node.attrs.some(({ name }) => name === 'hidden' || name === 'data-draft-mark')));

const BLOCKS = new Set(
  'address article aside blockquote br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

export const isBlock = (node: Node): boolean => isElement(node) && BLOCKS.has(node.tagName);

const struckOut = (node: Element): boolean =>
  /^(?:del|s|strike)$/.test(node.tagName) || /text-decoration[^;]*line-through/i.test(attribute(node, 'style'));

/** Text below a node is struck out. */
export function hasStruck(node: Element): boolean {
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next) && struckOut(next)) {
      if (childrenOf(next).some((inner) => rawText(inner).trim() !== '')) return true;
    } else open.push(...childrenOf(next));
  }
  return false;
}

/** Set above or below the line: `<sup>`, `<sub>`, or a style. A cell as a whole is set by the same words and is no mark. */
function isOffLine(node: Element): boolean {
  if (node.tagName === 'sup' || node.tagName === 'sub') return true;
  if (isBlock(node)) return false;
  return /vertical-align\s*:\s*(?:super|sub|text-top|text-bottom|-?[1-9]|-?0*\.\d)|mso-text-raise\s*:\s*-?(?:[2-9]|1\d|1\.[5-9]|\d\d)|position\s*:\s*relative\s*;(?:[^;]*;)*?\s*(?:top|bottom)\s*:\s*-?(?:[2-9]|\d\d|0?\.[2-9]\d*em)/i.test(
    attribute(node, 'style'),
  );
}

/** A footnote mark is no digit of the figure before it; the value of an input field is what the page shows. */
function innerOf(node: Node, inCell: boolean): (Node | string)[] {
  if (!isElement(node)) return childrenOf(node).toReversed();
  if (node.tagName === 'input')
    return /^(?:|text|number)$/i.test(attribute(node, 'type')) ? [attribute(node, 'value')] : [];
  const inner = childrenOf(node).toReversed();
  return inCell && isOffLine(node) ? [CLOSE, ...inner, OPEN] : inner;
}

/** A figure filled in on a page: what the field shows. */
const isField = ({ tagName }: Element): boolean => tagName === 'textarea' || tagName === 'select';

function fieldText(field: Element): string {
  const textOf = (node: Node): string =>
    childrenOf(node)
      .map((child) => (child.nodeName === '#text' ? (child as DefaultTreeAdapterMap['textNode']).value : '')) // nodeName tells the kind
      .join('');
  if (field.tagName === 'textarea') return textOf(field);
  const options = childrenOf(field).filter(isElement);
  const chosen = options.find((option) => option.attrs.some(({ name }) => name === 'selected')) ?? options[0];
  return chosen ? textOf(chosen) : '';
}

/**
 * The text below a node; `\u2028` where a block begins or ends. Not recursive: pages can be nested without end.
 *
 * @param inCell footnote marks are set apart, so that 12¹ is not 121.
 */
export function rawText(node: Node, inCell = false): string {
  const parts: string[] = [];
  const open: (Node | string)[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.nodeName === '#text')
      parts.push((next as DefaultTreeAdapterMap['textNode']).value); // nodeName tells the kind
    else if (inCell && isElement(next) && isField(next)) parts.push(fieldText(next));
    else if (!isSilent(next) || next === node) {
      const inner = innerOf(next, inCell);
      if (isBlock(next)) open.push('\u2028', ...inner, '\u2028');
      else open.push(...inner);
    }
  }
  return parts.join('');
}

const CHINESE = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—';
const SOURCE_BREAK = new RegExp(`(?<=[${CHINESE}])[ \\t]*[\\r\\n][\\s]*(?=[${CHINESE}])`, 'g');

/** As a browser shows it: runs of white space are one space, indents and block ends are gone. */
export const shownText = (text: string): string =>
  text
    .replaceAll('\u2028', ' ')
    .replace(SOURCE_BREAK, '')
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ')
    .trim();

/** The text of a table cell: labels are wrapped without a space; figures on two lines stay two. */
export const cellText = (node: Node): string =>
  withNotes(rawText(node, true))
    .replace(/[ \t\r\n\u00a0\u3000\u200b\ufeff]+/g, ' ')
    .replace(/ ?\u2028[ \u2028]*/g, '\u2028')
    .replace(/^[\u2028 ]+|[\u2028 ]+$/g, '')
    .replace(/(?<=[\d０-９.])\u2028(?=[\d０-９.])/g, '\n')
    .replaceAll('\u2028', '')
    .replace(new RegExp(`(?<=[${CHINESE}]) (?=[${CHINESE}])`, 'g'), '');
