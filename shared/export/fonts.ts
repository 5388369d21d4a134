// The faces of official documents: what is installed goes first, the bundled cuts stand in, the whole fonts serve rare names.

export type FontRole = 'fangsong' | 'title' | 'hei' | 'kai' | 'song';

interface BundledFont {
  readonly family: string;
  /** File names under the font address; the cut first. */
  readonly cut: string;
  readonly whole: string;
}

const SONG: BundledFont = { family: 'NianbaoSong', cut: 'song.ttf', whole: 'song-full.ttf' };
const TITLE: BundledFont = { family: 'NianbaoTitle', cut: 'title.ttf', whole: 'title-full.ttf' };
const HEI: BundledFont = { family: 'NianbaoHei', cut: 'hei.ttf', whole: 'hei-full.ttf' };
const KAI: BundledFont = { family: 'NianbaoKai', cut: 'kai.ttf', whole: 'kai-full.woff2' };

interface Face {
  /** Installed fonts by full name, best first; the names of one line are one font in several spellings. */
  readonly installed: readonly (readonly string[])[];
  readonly bundled: BundledFont;
}

const FACES: Readonly<Record<FontRole, Face>> = {
  fangsong: {
    installed: [
      ['FangSong_GB2312', '仿宋_GB2312'],
      ['FangSong', '仿宋'],
      ['STFangsong', '华文仿宋'],
    ],
    bundled: SONG,
  },
  title: {
    installed: [
      ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'FZXBSJW--GB1-0'],
      ['FZXiaoBiaoSong-B05', '方正小标宋_GBK', 'FZXBSK--GBK1-0'],
    ],
    bundled: TITLE,
  },
  hei: { installed: [['SimHei', '黑体']], bundled: HEI },
  kai: {
    installed: [
      ['KaiTi_GB2312', '楷体_GB2312'],
      ['KaiTi', '楷体'],
      ['STKaiti', '华文楷体'],
    ],
    bundled: KAI,
  },
  song: { installed: [['SimSun', '宋体']], bundled: SONG },
};

/** The names under which a face may be installed, best first. */
export const installedNames = (role: FontRole): readonly string[] => FACES[role].installed.flat();

/** The names a Word document states: what offices have installed. */
export const OFFICE_FONTS = {
  fangsong: '仿宋_GB2312',
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
} as const satisfies Record<FontRole, string>;

const localFamily = (role: FontRole, index: number): string => `Installed-${role}-${index + 1}`;

/** `font-family` for a page that carries `fontFaces`. */
export function printStack(role: FontRole): string {
  const { installed, bundled } = FACES[role];
  return [...installed.map((_, index) => localFamily(role, index)), bundled.family, `${bundled.family}Whole`].join(',');
}

/** `font-family` for a page that carries no fonts. */
export const webStack = (role: FontRole): string => {
  const names = FACES[role].installed.flat().map((name) => `"${name}"`);
  return [...names, role === 'hei' ? 'sans-serif' : 'serif'].join(',');
};

/**
 * The faces of the printed page. Installed fonts are asked for with `local()`, which takes a font of exactly that name: a plain family
 * name is answered on Linux with a substitute, often a CFF font that the PDF would hold as Type 3.
 * A whole font is read only when a character is in none of the others.
 */
export function fontFaces(fontBase: string): string {
  const installed = Object.entries(FACES).flatMap(([role, face]) =>
    face.installed.map((names, index) => {
      const sources = names.map((name) => `local("${name}")`).join(',');
      return `@font-face{font-family:${localFamily(role as FontRole, index)};src:${sources}}`; // keys of FACES
    }),
  );
  const bundled = [SONG, TITLE, HEI, KAI].flatMap(({ family, cut, whole }) => [
    `@font-face{font-family:${family};src:url("${fontBase}${cut}")}`,
    `@font-face{font-family:${family}Whole;src:url("${fontBase}${whole}")}`,
  ]);
  return [...installed, ...bundled].join('\n');
}
