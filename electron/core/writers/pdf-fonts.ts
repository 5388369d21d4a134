// The fonts inside a PDF: their faces, how they are held, and the characters each of them shows.
import type { PDFDict as Dict, PDFDocument as Document } from '@cantoo/pdf-lib';

export interface HeldFont {
  /** Without its subset mark, e.g. FangSong_GB2312; '' for a font of drawings. */
  readonly face: string;
  /** Type 3: every character a drawing, which archives and e-seals may refuse. */
  readonly drawn: boolean;
  readonly embedded: boolean;
  readonly characters: ReadonlySet<string>;
}

export async function fontsIn(document: Document): Promise<readonly HeldFont[]> {
  const { PDFDict, PDFName, PDFArray, PDFRawStream, decodePDFRawStream } = await import('@cantoo/pdf-lib');
  const name = (key: string) => PDFName.of(key);
  const charactersOf = (font: Dict): ReadonlySet<string> => {
    const map = font.lookup(name('ToUnicode'));
    const text = map instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(map).decode()).toString('latin1') : '';
    return charactersOfMap(text);
  };
  const isEmbedded = (font: Dict): boolean => {
    const below = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0);
    const descriptor = below instanceof PDFDict ? below.lookupMaybe(name('FontDescriptor'), PDFDict) : undefined;
    return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key)));
  };
  return document.context.enumerateIndirectObjects().flatMap(([, object]): HeldFont[] => {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) return [];
    const subtype = object.get(name('Subtype'));
    const drawn = subtype === name('Type3');
    if (!drawn && subtype !== name('Type0')) return [];
    const base = drawn ? '' : (object.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? '');
    const face = base.replace(/^[A-Z]{6}\+/, '');
    return [{ face, drawn, embedded: drawn || isEmbedded(object), characters: charactersOf(object) }];
  });
}

/** The characters that a ToUnicode map gives: `<glyph> <text>` and `<first> <last> <text of the first>`. */
function charactersOfMap(map: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, , text = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) found.add(decoded(text));
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', text = ''] of body.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const start = decoded(text).codePointAt(0) ?? 0;
      const count = Number.parseInt(last, 16) - Number.parseInt(first, 16);
      for (let step = 0; step <= count; step++) found.add(String.fromCodePoint(start + step));
    }
  }
  return found;
}

const decoded = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Whether a page draws the glyph that stands for a character no font has: number 0, an empty box. */
export async function drawsEmptyBoxes(document: Document): Promise<boolean> {
  const { PDFArray, PDFRawStream, decodePDFRawStream } = await import('@cantoo/pdf-lib');
  return document.getPages().some((page) => {
    const contents = page.node.Contents();
    const parts =
      contents instanceof PDFArray ? contents.asArray().map((part) => document.context.lookup(part)) : [contents];
    return parts.some((part) => {
      if (!(part instanceof PDFRawStream)) return false;
      const text = Buffer.from(decodePDFRawStream(part).decode()).toString('latin1');
      return [...text.matchAll(/<((?:[0-9A-Fa-f]{4})+)>/g)].some(([, glyphs = '']) => /^(?:.{4})*0000/.test(glyphs));
    });
  });
}
