// What an archive asks of a PDF/A file, looked for in the structure of ours; and what the tools of the system say of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { finishPdf } from '../../electron/core/writers/index.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { toHtml } from '../../shared/export/to-html.ts';
import type { Report } from '../../shared/model/report.ts';
import { caseReport, FINGERPRINT } from '../export/report-cases.ts';
import { type Browser, FONT_BASE, fontsMade, openBrowser } from './print-chromium.ts';

const PARTS = [
  { attachment: true, part: '3' },
  { attachment: false, part: '2' },
] as const;
const name = (key: string) => PDFName.of(key);
const isInstalled = (tool: string): boolean => spawnSync(tool, ['-v']).error === undefined;

let browser: Browser;

async function pdfOf(report: Report, attachment: boolean): Promise<Uint8Array> {
  const layout = layoutOf(report, { fingerprint: FINGERPRINT, draft: false });
  return finishPdf(await browser.print(toHtml(layout, { kind: 'print', fontBase: FONT_BASE })), layout, { attachment });
}

const dictionariesOf = (document: PDFDocument): readonly PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
    );

describe.skipIf(!fontsMade())('with the fonts that the set-up makes', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(PARTS)(
    'PDF/A-$part U: header, identifier, output intent, metadata and tags',
    async ({ attachment, part }) => {
      const bytes = await pdfOf(caseReport('huaian-2024'), attachment);
      expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
      expect([...bytes.subarray(9, 14)].filter((byte) => byte > 127).length).toBeGreaterThanOrEqual(4); // marked as binary
      const document = await PDFDocument.load(bytes, { updateMetadata: false });
      const { catalog, context } = document;
      expect(context.trailerInfo.Encrypt).toBeUndefined();
      expect(context.lookup(context.trailerInfo.ID, PDFArray).size()).toBe(2);
      const intent = catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
      expect(intent.get(name('S'))).toBe(name('GTS_PDFA1'));
      const profile = intent.lookup(name('DestOutputProfile'));
      expect(profile instanceof PDFRawStream && String(profile.dict.get(name('N')))).toBe('3');
      const metadata = catalog.lookup(name('Metadata'));
      if (!(metadata instanceof PDFRawStream)) throw new Error('no metadata');
      expect(metadata.dict.has(name('Filter'))).toBe(false);
      const xmp = Buffer.from(metadata.contents).toString('utf8');
      expect(xmp).toContain(`<pdfaid:part>${part}</pdfaid:part>`);
      expect(xmp).toContain('<pdfaid:conformance>U</pdfaid:conformance>');
      for (const text of ['淮安市人民政府2024年度政府信息公开工作年度报告', FINGERPRINT]) expect(xmp).toContain(text);
      expect(catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))?.toString()).toBe('true');
      const language = catalog.lookup(name('Lang'));
      expect((language instanceof PDFString || language instanceof PDFHexString) && language.decodeText()).toBe(
        'zh-CN',
      );
      expect(catalog.has(name('StructTreeRoot'))).toBe(true);
      expect(catalog.has(name('Outlines'))).toBe(true);
    },
  );

  test.each(PARTS)('PDF/A-$part U: nothing that an archive refuses', async ({ attachment }) => {
    const document = await PDFDocument.load(await pdfOf(caseReport('huaian-2024'), attachment), {
      updateMetadata: false,
    });
    for (const key of ['AA', 'OpenAction', 'AcroForm', 'Requirements', 'Perms']) {
      expect([key, document.catalog.has(name(key))]).toEqual([key, false]);
    }
    for (const dictionary of dictionariesOf(document)) {
      for (const key of ['JS', 'JavaScript', 'Launch', 'AA', 'TR', 'HTP', 'OPI', 'PS', 'Alternates']) {
        expect([key, dictionary.has(name(key))]).toEqual([key, false]);
      }
      expect(String(dictionary.get(name('Filter')) ?? '')).not.toMatch(/LZW|Crypt/);
      if (dictionary.get(name('Type')) === name('Page')) expect(dictionary.has(name('Annots'))).toBe(false);
      if (dictionary.get(name('Type')) === name('Action')) expect(dictionary.get(name('S'))).toBe(name('GoTo'));
    }
  });

  test.each(PARTS)(
    'PDF/A-$part U: every font whole, with its map of characters and its glyphs by number',
    async ({ attachment }) => {
      const document = await PDFDocument.load(await pdfOf(caseReport('huaian-2024'), attachment), {
        updateMetadata: false,
      });
      const fonts = dictionariesOf(document).filter((one) => one.get(name('Type')) === name('Font'));
      const outer = fonts.filter((font) => font.get(name('Subtype')) === name('Type0'));
      expect(outer.length).toBeGreaterThanOrEqual(4);
      for (const font of outer) {
        expect(font.get(name('Encoding'))).toBe(name('Identity-H'));
        expect(font.lookup(name('ToUnicode'))).toBeInstanceOf(PDFRawStream);
        const inner = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
        expect([inner.get(name('Subtype')), inner.get(name('CIDToGIDMap'))]).toEqual([
          name('CIDFontType2'),
          name('Identity'),
        ]);
        const descriptor = inner.lookup(name('FontDescriptor'), PDFDict);
        expect(descriptor.lookup(name('FontFile2'))).toBeInstanceOf(PDFRawStream);
        expect(descriptor.lookup(name('FontName'), PDFName).decodeText()).toMatch(/^[A-Z]{6}\+/); // a subset
      }
      expect(fonts.every((font) => outer.includes(font) || font.get(name('Subtype')) === name('CIDFontType2'))).toBe(
        true,
      );
    },
  );

  test('a title with controls and markup leaves the metadata well-formed', async () => {
    const title = '甲\u0001<b>&"乙\n丙';
    const bytes = await pdfOf({ ...caseReport('huaian-2024'), organ: title, title }, true);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const metadata = document.catalog.lookup(name('Metadata'));
    const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
    expect(xmp).toContain('甲 &lt;b&gt;&amp;');
    expect(xmp).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(document.getTitle()).toBe('甲 <b>&"乙 丙');
  });

  test('the figures are attached as the data of the document where PDF/A-3 is chosen, and nothing where it is not', async () => {
    const document = await PDFDocument.load(await pdfOf(caseReport('huaian-2024'), true), { updateMetadata: false });
    const file = document.catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict);
    expect(file.get(name('AFRelationship'))).toBe(name('Data'));
    for (const key of ['F', 'UF', 'Desc', 'EF']) expect([key, file.has(name(key))]).toEqual([key, true]);
    const plain = await PDFDocument.load(await pdfOf(caseReport('huaian-2024'), false), { updateMetadata: false });
    expect(plain.catalog.has(name('AF'))).toBe(false);
    expect(dictionariesOf(plain).some((one) => one.has(name('EF')))).toBe(false);
    expect(plain.catalog.lookupMaybe(name('Names'), PDFDict)?.has(name('EmbeddedFiles')) ?? false).toBe(false);
  });

  test.skipIf(!isInstalled('pdfinfo'))('pdfinfo, pdffonts and pdfdetach say the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-preflight-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'a.pdf');
    writeFileSync(file, await pdfOf(caseReport('seed-jiaxing-eco-2020'), true));
    const said = (tool: string, ...words: string[]) => spawnSync(tool, [...words, file], { encoding: 'utf8' }).stdout;
    const info = said('pdfinfo');
    for (const line of [
      /^Tagged: +yes$/m,
      /^Encrypted: +no$/m,
      /^JavaScript: +no$/m,
      /^Page size: .*\(A4\)$/m,
      /^Author: +嘉兴市生态环境局$/m,
    ]) {
      expect(info).toMatch(line);
    }
    expect(said('pdfinfo', '-struct')).toMatch(/^ {2,}H2.*\n(?:.*\n)*.*Table/m);
    const fonts = said('pdffonts').trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/);
    expect(said('pdfdetach', '-list')).toContain('report-data.json');
  });
});
