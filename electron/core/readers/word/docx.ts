// Word (docx) -> RawDocument. Headers, footers, notes and text boxes are not read; text boxes that hold text are mentioned.
import type { RawDocument } from '../../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../../shared/model/result.ts';
import { readDocxBody } from './docx-body.ts';
import { readNumbering } from './docx-numbering.ts';
import { readStyles } from './docx-styles.ts';
import { damaged } from '../source-reader.ts';
import { walkXml } from '../container/xml.ts';
import type { OfficeZip } from '../container/zip-guard.ts';

const READ = /^(?:word\/(?:document\d*|styles\d*|numbering\d*)\.xml|docProps\/core\.xml)$/i;

/** Reads the document part of a checked zip. */
export async function readDocx(zip: OfficeZip, fileName: string): Promise<Result<RawDocument>> {
  const parts = await zip.parts((name) => READ.test(name));
  if (!parts.ok) return parts;
  const part = (pattern: RegExp): string => [...parts.value].find(([name]) => pattern.test(name))?.[1] ?? '';
  const body = readDocxBody(
    part(/^word\/document\d*\.xml$/i),
    readStyles(part(/\/styles/i)),
    readNumbering(part(/\/numbering/i)),
  );
  if (!body) return damaged(fileName, '正文的结构有错误或过于复杂');
  if (body.blocks.length === 0) return refuse('file-empty', `文件“${fileName}”里没有文字，请检查是否选错了文件。`);
  const remarks = [
    ...(body.hasTextBox ? ['文件中有文本框，框内的文字没有读取，请对照原文检查。'] : []),
    ...(body.hasDeleted ? ['文件带有修订记录：已删除的文字没有读取，新增的文字按接受修订读取。'] : []),
    ...(body.hasHidden ? ['文件中有隐藏的文字，没有读取。'] : []),
  ];
  const title = propertyTitle(part(/core\.xml$/i));
  return ok({ kind: 'docx', blocks: body.blocks, remarks, ...(title ? { title } : {}) });
}

function propertyTitle(xml: string): string {
  let title = '';
  let inTitle = false;
  walkXml(xml, {
    open: (name) => {
      inTitle = name === 'title';
    },
    close: () => {
      inTitle = false;
    },
    text: (text) => {
      if (inTitle) title += text;
    },
  });
  return title.trim();
}
