// Our own document file (.nianbao) as a source: the report is taken whole, its prose given as blocks to be shown beside it.
import type { RawBlock, RawDocument } from '../../../shared/import/raw-document.ts';
import { blockText } from '../../../shared/model/chapter.ts';
import { CHAPTER_KEYS, type Report } from '../../../shared/model/report.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { ownBlocks } from './own-content.ts';

/** Reads a document file; it is opened for reading only. */
export async function readOwnFile(path: string): Promise<Result<RawDocument>> {
  const { readDocumentReport } = await import('../store/document-store.ts');
  const report = readDocumentReport(path);
  return report.ok ? ok(reportSource(report.value)) : report;
}

function reportSource(report: Report): RawDocument {
  const meta = { organ: report.organ, year: String(report.year), edition: report.edition, title: report.title };
  const chapters = Object.fromEntries(CHAPTER_KEYS.map((key) => [key, report.chapters[key].content.map(blockText)]));
  const blocks: readonly RawBlock[] = ownBlocks({ meta, chapters }, '年报文件');
  const namedCells = Object.entries(report.cells).map(([id, cell]) => ({
    id,
    cell: { text: cell.raw || (cell.value ?? ''), place: '年报文件' },
  }));
  return { kind: 'nianbao', blocks, namedCells, meta, report, remarks: [] };
}
