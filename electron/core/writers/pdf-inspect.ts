// What a finished PDF holds: its pages, the faces it was really printed in, and what an archive or an e-seal could refuse.

export interface PdfFacts {
  readonly pages: number;
  /** Names of the embedded faces without their subset mark, e.g. FangSong_GB2312. */
  readonly faces: readonly string[];
  /** Sentences for the person; empty when the official faces were used and all is as it should be. */
  readonly remarks: readonly string[];
}

/** The bundled faces and what they stand in for. */
const STAND_INS: readonly (readonly [face: RegExp, own: string, official: string])[] = [
  [/^NotoSerifSC-Black/, '思源宋体（特粗）', '方正小标宋'],
  [/^NotoSerifSC-Regular/, '思源宋体', '仿宋、宋体'],
  [/^NotoSansSC/, '思源黑体', '黑体'],
  [/^LXGWWenKai/, '霞鹜文楷', '楷体'],
];

/** Reads the page tree and the fonts of a PDF. Throws where the bytes are no PDF: they come from our own printing. */
export async function inspectPdf(pdf: Uint8Array): Promise<PdfFacts> {
  const { PDFDict, PDFDocument, PDFName } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const name = (key: string) => PDFName.of(key);
  const faces = new Set<string>();
  let drawn = 0;
  let absent = 0;
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) continue;
    const subtype = object.get(name('Subtype'));
    if (subtype === name('Type3')) drawn++;
    if (subtype !== name('CIDFontType2') && subtype !== name('CIDFontType0')) continue;
    const descriptor = object.lookupMaybe(name('FontDescriptor'), PDFDict);
    if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key)))) absent++;
    const base = object.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? '';
    faces.add(base.replace(/^[A-Z]{6}\+/, ''));
  }
  const used = [...faces].sort();
  const replaced = STAND_INS.filter(([face]) => used.some((one) => face.test(one)));
  const remarks = [
    ...(replaced.length > 0
      ? [
          `本机没有安装公文字体，已用随附字体代替：${replaced.map(([, own, official]) => `${official}用${own}`).join('，')}。`,
        ]
      : []),
    ...(drawn > 0
      ? ['有的字由系统中的其他字体显示，以图形方式嵌入（Type 3），归档或加盖电子签章时可能不被接受。']
      : []),
    ...(absent > 0 ? ['有字体没有嵌入，在别的计算机上可能显示不同。'] : []),
  ];
  return { pages: document.getPageCount(), faces: used, remarks };
}
