// LayoutDocument -> HTML: a page for the web site, or the page that is printed to PDF.
import { htmlTable } from './html-table.ts';
import type { LayoutBlock, LayoutDocument, LayoutRun } from './layout-document.ts';
import { attributes, boldRun, escapeHtml, printText } from './markup.ts';
import { printCss } from './print-css.ts';
import { printStyles } from './print-table.ts';
import { setTable, type TableSetting } from './set-table.ts';
import { titleLines } from './title-lines.ts';
import { WEB_STYLES, webCells, webCss } from './web-css.ts';

export type HtmlPurpose =
  | { readonly kind: 'web' }
  /** `fontBase`: address that the bundled fonts stand under, ending with a slash, e.g. `app://bundle/fonts/`. */
  | { readonly kind: 'print'; readonly fontBase: string };

/**
 * One self-contained HTML document. `web`: for the web site, readable and printable there; tables and headings keep their look when
 * they are pasted into the editor of a content system. `print`: the page of GB/T 9704-2012, for a browser that makes the PDF.
 */
export const toHtml = (layout: LayoutDocument, purpose: HtmlPurpose): string =>
  purpose.kind === 'web' ? webPage(layout) : printPage(layout, purpose.fontBase);

function page(layout: LayoutDocument, css: string, body: readonly string[]): string {
  const { title, organ, year, edition, fingerprint } = layout;
  const meta = {
    author: organ,
    generator: '年报编制',
    'nianbao-year': year,
    'nianbao-edition': edition,
    'nianbao-fingerprint': fingerprint,
  };
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    ...Object.entries(meta).map(([name, content]) => `<meta${attributes({ name, content })}>`),
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function heading(layout: LayoutDocument, style?: string): string {
  const lines = titleLines(layout.title, layout.organ);
  const names = style === undefined ? { class: `lines-${lines.length}` } : { style };
  return `<h1${attributes(names)}>${lines.map(escapeHtml).join('<br>')}</h1>`;
}

function webPage(layout: LayoutDocument): string {
  const { organ, year, edition, fingerprint, draft } = layout;
  const data = { 'data-nianbao': edition, 'data-year': year, 'data-organ': organ, 'data-fingerprint': fingerprint };
  return page(layout, webCss(), [
    `<article${attributes(data)}>`,
    heading(layout, WEB_STYLES.title),
    ...(draft ? [`<p data-draft-mark style="${WEB_STYLES.draft}">草稿，未经签发，不得发布</p>`] : []),
    ...layout.blocks.map(webBlock),
    '</article>',
  ]);
}

function webBlock(block: LayoutBlock): string {
  switch (block.kind) {
    case 'chapter-title':
      return `<h2${attributes({ id: block.anchor })}>${escapeHtml(block.text)}</h2>`;
    case 'heading':
      return `<h${block.level + 2}>${escapeHtml(block.text)}</h${block.level + 2}>`;
    case 'paragraph':
      return `<p style="${WEB_STYLES.paragraph}">${block.runs.map(webRun).join('')}</p>`;
    case 'table':
      return `<div${attributes({ role: 'region', 'aria-label': block.name, tabindex: '0', style: 'overflow-x:auto' })}>\n${htmlTable(block, webCells(block))}\n</div>`;
  }
}

const webRun = (run: LayoutRun): string =>
  run.runIn ? `<span${attributes({ style: WEB_STYLES.runIn })}>${boldRun(run)}</span>` : boldRun(run);

function printPage(layout: LayoutDocument, fontBase: string): string {
  return page(layout, printCss(fontBase), [
    ...(layout.draft ? ['<div class="draft" aria-hidden="true">草稿</div>'] : []),
    heading(layout),
    ...printBlocks(layout.blocks),
  ]);
}

/** A table and the chapter title above it stay on one page. */
const printBlocks = (blocks: readonly LayoutBlock[]): string[] =>
  blocks.map((block, index) => {
    const next = blocks[index + 1];
    const opens = block.kind === 'chapter-title' && next?.kind === 'table';
    const closes = block.kind === 'table' && blocks[index - 1]?.kind === 'chapter-title';
    return `${opens ? `<div class="whole ${setTable(next).page}">` : ''}${printBlock(block)}${closes ? '</div>' : ''}`;
  });

function printBlock(block: LayoutBlock): string {
  switch (block.kind) {
    case 'chapter-title':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'heading':
      return `<h${block.level + 2}>${escapeHtml(block.text)}</h${block.level + 2}>`;
    case 'paragraph':
      return printParagraph(block.runs);
    case 'table':
      return printTable(setTable(block));
  }
}

const printTable = (setting: TableSetting): string => htmlTable(setting.table, printStyles(setting));

/** A run-in heading is a heading of the outline and the tag tree too, set on the line of its text. */
function printParagraph(runs: readonly LayoutRun[]): string {
  const heads = runs.filter((run) => run.runIn);
  const text = runs
    .filter((run) => !run.runIn)
    .map((run) => boldRun(run, printText))
    .join('');
  if (heads.length === 0) return `<p>${text}</p>`;
  return `<div class="p"><h3 class="run-in">${heads.map((run) => boldRun(run)).join('')}</h3>${text}</div>`;
}
