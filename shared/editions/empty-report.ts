// A new report with nothing filled in yet.
import { EMPTY_CHAPTER } from '../model/chapter.ts';
import { allChapters, BLANK, type Cells, type Report } from '../model/report.ts';
import { editionFor, figures } from './index.ts';

/** The title that the form prescribes: full name of the organ, year, 年政府信息公开工作年度报告. */
export const formTitle = (organ: string, year: number): string => `${organ}${year}年政府信息公开工作年度报告`;

/** A draft of the edition that the year asks for, with every cell blank and every chapter empty. */
export function emptyReport(organ: string, year: number): Report {
  const edition = editionFor(year);
  const cells: Cells = Object.fromEntries([...figures(edition).keys()].map((id) => [id, BLANK]));
  const chapters = allChapters(() => EMPTY_CHAPTER);
  return { organ, year, edition: edition.id, title: formTitle(organ, year), status: 'draft', cells, chapters };
}
