// What a finished PDF holds: its pages, the faces it was really printed in, and what a reader, an archive or an e-seal could object to.
import { drawsEmptyBoxes, fontsIn, type HeldFont } from './pdf-fonts.ts';
import { pagesOfTables } from './pdf-tables.ts';

export interface PdfFacts {
  readonly pages: number;
  /** Names of the embedded faces without their subset mark, e.g. FangSong_GB2312. */
  readonly faces: readonly string[];
  /** Sentences for the person; empty when the official faces were used and all is as it should be. */
  readonly remarks: readonly string[];
}

export interface Printed {
  /** Everything that was to be printed: a character of it that no font shows is named. */
  readonly text: string;
  /** Names of the tables in order, where none may be torn. */
  readonly tables: readonly string[];
}

/** The bundled faces, and the official ones they stand in for. */
interface StandIn {
  readonly face: RegExp;
  readonly name: string;
  readonly official: string;
  readonly officialFace: RegExp;
}
const STAND_INS: readonly StandIn[] = [
  {
    face: /^NotoSerifSC-Black/,
    name: '思源宋体（特粗）',
    official: '方正小标宋',
    officialFace: /^FZXB|^FZXiaoBiaoSong/i,
  },
  { face: /^NotoSerifSC-Regular/, name: '思源宋体', official: '仿宋、宋体', officialFace: /^(?:ST)?FangSong/i },
  { face: /^NotoSansSC/, name: '思源黑体', official: '黑体', officialFace: /^SimHei/i },
  { face: /^LXGWWenKai/, name: '霞鹜文楷', official: '楷体', officialFace: /^(?:ST)?Kai/i },
];

/** Faces that the page asks for by name; any other one was put in by the system for characters that these lack. */
const ASKED_FOR =
  /^(?:NotoSerifSC|NotoSansSC|LXGWWenKai|(?:ST)?FangSong|STFangsong|FZXB|FZXiaoBiaoSong|SimHei|(?:ST)?Kai|SimSun(?!-))/i;

/** The most characters a sentence names. */
const NAMED = 20;

/** Reads the page tree, the fonts and the tags of a PDF. Throws where the bytes are no PDF: they come from our own printing. */
export async function inspectPdf(pdf: Uint8Array, printed: Printed = { text: '', tables: [] }): Promise<PdfFacts> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const fonts = await fontsIn(document);
  const faces = [...new Set(fonts.flatMap(({ face }) => face || []))].sort();
  const pagesOf = printed.tables.length > 0 ? await pagesOfTables(document) : [];
  const torn = printed.tables.filter((_, index) => (pagesOf[index] ?? 1) > 1);
  const missing = unshown(printed.text, fonts);
  const remarks = [
    ...standIns(fonts),
    ...(missing.length > 0 && (await drawsEmptyBoxes(document))
      ? [`所有字体中都没有${characterList(missing)}，印出来是空框；请改用别的字，或安装有这些字的字体。`]
      : []),
    ...substitutes(fonts),
    ...(torn.length > 0 ? [`${torn.join('、')}太高，分在两页上。`] : []),
    ...(fonts.some(({ embedded }) => !embedded) ? ['有字体没有嵌入，在别的计算机上可能显示不同。'] : []),
  ];
  return { pages: document.getPageCount(), faces, remarks };
}

/** Bundled faces in the place of official ones that are not installed, and for characters that an installed one lacks. */
export function standIns(fonts: readonly HeldFont[]): readonly string[] {
  const isThere = (pattern: RegExp): boolean => fonts.some(({ face }) => pattern.test(face));
  const used = STAND_INS.filter(({ face }) => isThere(face));
  const instead = used.filter(({ officialFace }) => !isThere(officialFace));
  const beside = used.filter(({ officialFace }) => isThere(officialFace));
  return [
    ...(instead.length > 0
      ? [
          `本机没有安装公文字体，已用随附字体代替：${instead.map(({ official, name }) => `${official}用${name}`).join('，')}。`,
        ]
      : []),
    ...beside.flatMap(({ face, name, official, officialFace }) => {
      const own = new Set(
        fonts.filter((font) => officialFace.test(font.face)).flatMap(({ characters }) => [...characters]),
      );
      const lacked = fonts
        .filter((font) => face.test(font.face))
        .flatMap(({ characters }) => [...characters].filter((character) => !own.has(character)));
      return lacked.length > 0 ? [`本机的${official}中没有${characterList(lacked)}，已用${name}。`] : [];
    }),
  ];
}

/** Characters of the text in no font. One glyph may stand for several characters of the same look, of which the PDF names one. */
function unshown(text: string, fonts: readonly HeldFont[]): readonly string[] {
  const shown = new Set(
    fonts.flatMap(({ characters }) => [...characters].map((character) => character.normalize('NFKC'))),
  );
  return [...new Set(text)].filter(
    (character) => !/[\p{Z}\p{Cc}\p{Cf}\p{M}]/u.test(character) && !shown.has(character.normalize('NFKC')),
  );
}

/** Characters that only fonts show which the page did not ask for, each group with what that means. */
function substitutes(fonts: readonly HeldFont[]): readonly string[] {
  const isOwn = ({ drawn, face }: HeldFont): boolean => !drawn && ASKED_FOR.test(face);
  const own = new Set(fonts.filter(isOwn).flatMap(({ characters }) => [...characters]));
  const only = (others: readonly HeldFont[]): readonly string[] =>
    [...new Set(others.flatMap(({ characters }) => [...characters]))].filter((character) => !own.has(character));
  const drawn = fonts.filter((font) => font.drawn);
  const whole = fonts.filter((font) => !font.drawn && !isOwn(font));
  return [
    ...(drawn.length > 0
      ? [
          `${characterList(only(drawn))}由系统中的其他字体显示，以图形方式嵌入（Type 3），归档或加盖电子签章时可能不被接受。`,
        ]
      : []),
    ...(whole.length > 0
      ? [
          `${characterList(only(whole))}由系统中的其他字体（${whole.map(({ face }) => face).join('、')}）显示，字形可能与正文不同。`,
        ]
      : []),
  ];
}

/** “䶮”“㛃” */
const characterList = (characters: readonly string[]): string =>
  characters.length === 0
    ? '有的字'
    : characters
        .slice(0, NAMED)
        .map((character) => `“${character}”`)
        .join('') + (characters.length > NAMED ? `等${characters.length}个字` : '');
