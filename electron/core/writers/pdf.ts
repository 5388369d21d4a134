// The printed PDF finished: properties, language, PDF/A, the figures attached for programs, the same bytes for the same document.
import { figuresOf, type LayoutDocument, machineText, tablesOf } from '../../../shared/export/layout-document.ts';
import { chapterText } from '../../../shared/model/chapter.ts';
import { CHAPTER_KEYS } from '../../../shared/model/report.ts';
import { documentDate } from './document-date.ts';
import { fileIdentifier, renumberNodes } from './pdf-ids.ts';

export const ATTACHMENT = 'report-data.json';

/** What the PDF carries for programs, so that it can be read back exactly. */
const reportData = (layout: LayoutDocument) => ({
  format: 'nianbao',
  organ: layout.organ,
  year: layout.year,
  edition: layout.edition,
  title: layout.title,
  fingerprint: layout.fingerprint,
  cells: Object.fromEntries(
    tablesOf(layout)
      .flatMap(figuresOf)
      .map((figure) => [figure.id, machineText(figure)]),
  ),
  chapters: Object.fromEntries(CHAPTER_KEYS.map((key) => [key, chapterText(layout.chapters[key])])),
});

/**
 * @param printed what the browser printed from `toHtml(layout, { kind: 'print', … })`.
 * @param attachment true: PDF/A-3u with the report's data attached; false: PDF/A-2u.
 * @returns the PDF with title, organ, language and fingerprint in its properties.
 */
export async function finishPdf(
  printed: Uint8Array,
  layout: LayoutDocument,
  { attachment }: { readonly attachment: boolean } = { attachment: true },
): Promise<Uint8Array> {
  const { AFRelationship, PDFDocument, PDFHexString } = await import('@cantoo/pdf-lib');
  const date = documentDate(layout);
  const document = await PDFDocument.load(renumberNodes(printed), { updateMetadata: false });
  document.setTitle(layout.title, { showInWindowTitleBar: true });
  document.setAuthor(layout.organ);
  document.setSubject(`${layout.year}年度政府信息公开工作年度报告${layout.draft ? '（草稿）' : ''}`);
  document.setKeywords([`校验码${layout.fingerprint}`]);
  document.setCreator('年报编制');
  document.setProducer('Skia/PDF; pdf-lib');
  document.setLanguage('zh-CN');
  document.setCreationDate(date);
  document.setModificationDate(date);
  if (attachment) {
    const data = new TextEncoder().encode(JSON.stringify(reportData(layout)));
    await document.attach(data, ATTACHMENT, {
      mimeType: 'application/json',
      description: '年报数据（供程序读取）',
      afRelationship: AFRelationship.Data,
      creationDate: date,
      modificationDate: date,
    });
  }
  const identifier = PDFHexString.fromBytes(fileIdentifier(layout, attachment));
  document.context.trailerInfo.ID = document.context.obj([identifier, identifier]);
  document.convertToPDFA({ conformance: attachment ? '3U' : '2U' });
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}
