// What is pasted into the prose from Word, WPS or a browser: text comes in as paragraphs; what cannot is named, never dropped without a word.

export interface PastedProse {
  readonly html: string;
  /** For the person; null where everything came in. */
  readonly notice: string | null;
}

/** Rows of tables become lines with their cells apart, as the closed schema of the prose holds no tables; pictures stay out. */
export function pastedProse(html: string): PastedProse {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const pictures = page.querySelectorAll('img, svg, object, picture').length;
  const tables = page.querySelectorAll('table');
  if (tables.length + pictures === 0) return { html, notice: null };
  for (const table of tables) table.replaceWith(...linesOf(table, page));
  const notices = [
    tables.length > 0 && '其中的表格已改为文字，每行一段',
    pictures > 0 && '其中的图片不能放进正文，没有带入',
  ].filter((one) => one !== false);
  return { html: page.body.innerHTML, notice: `粘贴的内容${notices.join('；')}。` };
}

function linesOf(table: HTMLTableElement, page: Document): readonly HTMLElement[] {
  return [...table.rows].map((row) => {
    const line = page.createElement('p');
    line.textContent = [...row.cells]
      .map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
      .join('　');
    return line;
  });
}
