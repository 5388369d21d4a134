// What is told of a document as a whole: organ, year and edition that were guessed or contradict, titles, tables and rows that were not found.
import { chapterHeading } from '../editions/chapter-name.ts';
import { editionFor } from '../editions/index.ts';
import type { FormEdition } from '../editions/types.ts';
import type { Report } from '../model/report.ts';
import type { FormModel } from './form-model.ts';
import { bareLabel } from './labels.ts';
import type { ChapterStart } from './prose/match-chapters.ts';
import type { EditionMatch } from './match-edition.ts';
import type { Heading } from './heading/match-heading.ts';
import type { ImportWarning, ImportWishes } from './proposal.ts';
import type { RowReading, UnknownRow } from './tables/row-reading.ts';

export function headingWarnings(report: Report, heading: Heading, wishes: ImportWishes): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const { organ } = report;
  if (organ === '') warnings.push({ code: 'organ-unknown', message: '没有认出编制年报的机关名称，请填写全称。' });
  else if (!wishes.organ && !heading.organSure)
    warnings.push({
      code: 'organ-unknown',
      message: `${heading.title === '' ? '文件中没有标题，机关名称' : '标题中的机关名称不完整，'}按正文推定为“${organ}”，请核对。`,
    });
  if (wishes.year === undefined && heading.year === null)
    warnings.push({ code: 'year-unknown', message: `没有认出年报的年度，暂按${report.year}年，请核对。` });
  if (wishes.year !== undefined && heading.year !== null && heading.year !== wishes.year)
    warnings.push({
      code: 'year-contradicts',
      message: `指定的年度是${wishes.year}年，文件写的是${heading.year}年，已按指定的年度装入，请核对。`,
    });
  return warnings;
}

export function editionWarnings(match: EditionMatch, year: number, wishes: ImportWishes): ImportWarning[] {
  const { edition, mixed, guessed } = match;
  const warnings: ImportWarning[] = [];
  const byYear = editionFor(year);
  if (guessed && !wishes.edition)
    warnings.push({
      code: 'edition-guessed',
      message: `从表格中认不出版本，按年度采用${edition.id}年版格式，请核对。`,
    });
  if (wishes.edition && wishes.edition !== edition.id)
    warnings.push({
      code: 'edition-contradicts',
      message: `指定的是${wishes.edition}年版，文件中的表格是${edition.id}年版，已按表格本身装入，请核对。`,
    });
  else if (!guessed && byYear.id !== edition.id)
    warnings.push({
      code: 'edition-contradicts',
      message: `${year}年的年报应使用${byYear.id}年版格式，文件中的表格是${edition.id}年版，已按表格本身装入，请核对。`,
    });
  if (mixed.length > 0)
    warnings.push({
      code: 'edition-contradicts',
      message: `表格中混有其他版本的项目（${mixed.slice(0, 4).join('、')}${mixed.length > 4 ? '等' : ''}），请核对。`,
    });
  return warnings;
}

export function chapterWarnings(edition: FormEdition, starts: readonly ChapterStart[]): ImportWarning[] {
  return edition.chapters.flatMap((chapter): ImportWarning[] => {
    const start = starts.find(({ key }) => key === chapter.key);
    const name = chapterHeading(chapter);
    if (!start)
      return [{ code: 'chapter-missing', chapter: chapter.key, message: `没有找到“${name}”的标题，请核对各章文字。` }];
    if (start.exact || bareLabel(start.printed) === bareLabel(chapter.title)) return [];
    return [
      { code: 'chapter-title', chapter: chapter.key, message: `按文件中的“${start.printed}”识别为“${name}”，请核对。` },
    ];
  });
}

export function missingWarnings(
  model: FormModel,
  readings: readonly RowReading[],
  unknown: readonly UnknownRow[],
): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const found = new Set(readings.map(({ row }) => row.id));
  for (const table of model.edition.tables) {
    const rows = model.rows.filter((row) => row.table === table.id);
    const lost = rows.filter(({ id }) => !found.has(id));
    if (lost.length === rows.length)
      warnings.push({
        code: 'table-missing',
        cell: table.id,
        message: `没有找到${table.name}（或表格是图片），表中各格留空，请对照原文填写。`,
      });
    else
      for (const row of lost)
        warnings.push({
          code: 'row-missing',
          cell: row.id,
          message: `${table.name}中没有找到“${row.label}”一行，该行各格留空，请对照原文填写。`,
        });
  }
  // lines of a table of contents: “一、总体情况 1”
  const titles = model.edition.chapters.flatMap(({ title, titleVariants }) => [title, ...titleVariants].map(bareLabel));
  for (const { label, place, text } of unknown.filter((row) => !titles.includes(bareLabel(row.label))))
    warnings.push({
      code: 'label-unknown',
      message: `${place}的“${label}”不是${model.edition.id}年版表格中的项目，其数字没有装入，原文为“${text}”。`,
    });
  return warnings;
}
