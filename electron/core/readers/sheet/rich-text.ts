// Text of a workbook's cell with formats inside it: raised footnote marks are set apart, struck text is left out.
import { raised, withNotes } from '../note-marks.ts';
import { walkXml } from '../container/xml.ts';

/** Reads each text once: many cells may share a long one. */
export function richTexts(): (runs: string) => string | null {
  const known = new Map<string, string | null>();
  return (runs) => {
    const before = known.get(runs);
    if (before !== undefined) return before;
    const text = richText(runs);
    known.set(runs, text);
    return text;
  };
}

/** @param runs as the workbook keeps them: `<r><rPr>…</rPr><t>…</t></r>`. @returns null where nothing is raised or struck. */
function richText(runs: string): string | null {
  if (!/<(?:\w+:)?(?:vertAlign|strike)\b/.test(runs)) return null;
  const path: string[] = [];
  let text = '';
  let run = { raised: false, struck: false };
  const read = walkXml(`<si>${runs}</si>`, {
    open: (name, attributes) => {
      path.push(name);
      if (name === 'r') run = { raised: false, struck: false };
      else if (name === 'vertAlign') run.raised = attributes('val') !== 'baseline';
      else if (name === 'strike') run.struck = attributes('val') !== '0' && attributes('val') !== 'false';
    },
    close: () => path.pop(),
    text: (piece) => {
      if (path.at(-1) !== 't' || path.includes('rPh') || run.struck) return;
      text += run.raised ? raised(piece) : piece;
    },
  });
  return read ? withNotes(text) : null;
}
