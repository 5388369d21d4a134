// Recognised rows -> the figures of a report, with what is doubtful about each.
import { cellLabel, rowLabel } from '../../editions/cell-label.ts';
import { figures } from '../../editions/index.ts';
import type { FigureCell } from '../../editions/types.ts';
import { readFigure } from '../../model/number-cell.ts';
import { BLANK, type CellId, type CellValue } from '../../model/report.ts';
import type { FormRow } from '../form-labels.ts';
import type { FormModel } from '../form-model.ts';
import { squeeze } from '../labels.ts';
import type { CellOrigin, ImportWarning } from '../proposal.ts';
import type { RawCell } from '../raw-document.ts';
import type { RowReading } from './row-reading.ts';

export interface FilledCells {
  readonly cells: Record<CellId, CellValue>;
  readonly origins: Record<CellId, CellOrigin>;
  readonly warnings: readonly ImportWarning[];
}

/** Every cell of the edition: what was read, else blank. */
export function fillCells(model: FormModel, readings: readonly RowReading[], fileName: string): FilledCells {
  const { edition } = model;
  const cells: Record<CellId, CellValue> = {};
  const origins: Record<CellId, CellOrigin> = {};
  const warnings: ImportWarning[] = [];
  for (const id of figures(edition).keys()) cells[id] = BLANK;
  for (const reading of onePerRow(model, readings, warnings)) {
    const name = rowLabel(edition, reading.row.id);
    for (const { code, message } of reading.doubts)
      warnings.push({ code, cell: reading.row.id, message: `${name}：${message}。` });
    const doubtful: CellDoubt[][] = [];
    reading.row.figures.forEach((figure, index) => {
      const source = reading.cells[index];
      if (!source) {
        if (reading.absent?.includes(index))
          warnings.push({
            code: 'cells-lost',
            cell: figure.id,
            message: `${cellLabel(edition, figure.id)}：文件的表格中没有这一列，此格留空，请对照原文填写。`,
          });
        return;
      }
      const read = cellValue(figure, source, fileName);
      cells[figure.id] = read.value;
      origins[figure.id] = { raw: source.text, place: source.place, block: reading.block, row: reading.at };
      doubtful[index] = [...read.doubts];
    });
    warnings.push(...cellWarnings(model, reading.row, doubtful));
  }
  const reworded = [...new Set(readings.flatMap((reading) => reading.reworded ?? []))];
  if (reworded.length > 0) warnings.push(rewordedWarning(reworded));
  return { cells, origins, warnings };
}

/** The doubts about the cells of a row; one for the row where all its cells say the same word. */
function cellWarnings(
  { edition }: FormModel,
  row: FormRow,
  doubtful: readonly CellDoubt[][],
): readonly ImportWarning[] {
  const all = row.figures.map((_, index) => doubtful[index] ?? []);
  const [first] = all[0] ?? [];
  const { length } = all;
  if (
    length > 1 &&
    first?.code === 'value-unread' &&
    all.every((own) => own.length === 1 && own[0]?.message === first.message)
  )
    return [{ ...first, cell: row.id, message: `${rowLabel(edition, row.id)}的${length}格：${first.message}。` }];
  return row.figures.flatMap(({ id }, index) =>
    (all[index] ?? []).map(({ code, message }) => ({
      code,
      cell: id,
      message: `${cellLabel(edition, id)}：${message}。`,
    })),
  );
}

/** Labels in other words whose place makes them certain: worth a word, but no figure is doubtful. */
const rewordedWarning = (labels: readonly string[]): ImportWarning => ({
  code: 'label-fuzzy',
  message: `表中${labels.length}处名称与表式用语不同（${labels
    .slice(0, 3)
    .map((label) => `“${label.length > 24 ? `${label.slice(0, 23)}…` : label}”`)
    .join('、')}${labels.length > 3 ? '等' : ''}），已按其位置和相近的用语识别，可对照原文核对。`,
});

interface CellDoubt {
  readonly code: ImportWarning['code'];
  readonly message: string;
}

/** Units of a plain count: “3件” for three items is no other figure. */
const COUNTED = ['件', '项', '个', '条', '宗', '起', '份', '次', '例'];

/** One source cell as the value of a figure. What is no figure, or cannot stand there, is kept as text. */
function cellValue(
  figure: FigureCell,
  source: RawCell,
  fileName: string,
): { readonly value: CellValue; readonly doubts: readonly CellDoubt[] } {
  const reading = readFigure(source.text, figure.type);
  const raw = source.text.trim();
  const place = { kind: 'imported', file: fileName, place: source.place } as const;
  const own: CellDoubt[] = source.doubt ? [{ code: 'value-odd', message: `${source.doubt}，请对照原文核对` }] : [];
  if (reading.reason) {
    const doubt = { code: 'value-unread', message: `“${raw}”${reading.reason}，原文保留，请填写正确的数字` } as const;
    return { value: { state: 'text', value: null, raw, source: place }, doubts: [doubt, ...own] };
  }
  const doubts: CellDoubt[] = own;
  const { unit, oddities } = reading;
  if (unit && unit !== figure.unit && !(COUNTED.includes(unit) && COUNTED.includes(figure.unit)))
    doubts.push({
      code: 'value-unit',
      message: `“${raw}”带有单位“${unit}”，此格单位为${figure.unit}，数字未作换算，请核对`,
    });
  const sign = squeeze(raw);
  if (oddities.includes('sign-suffix'))
    doubts.push({
      code: 'value-odd',
      message: `“${sign}”读作${reading.value?.startsWith('-') ? '' : '+'}${reading.value}，请核对`,
    });
  if (oddities.includes('split'))
    doubts.push({
      code: 'value-odd',
      message: `格内数字之间有空格或换行，“${raw.replace(/\s+/g, ' ')}”读作${reading.value}，请核对`,
    });
  return {
    value: {
      state: reading.state,
      value: reading.value,
      raw,
      ...(reading.note ? { note: reading.note } : {}),
      source: place,
    },
    doubts,
  };
}

/** One reading for each row of the form: the surest; a second one that says something else is told. */
function onePerRow(model: FormModel, readings: readonly RowReading[], warnings: ImportWarning[]): RowReading[] {
  const byRow = new Map<string, RowReading>();
  for (const reading of readings) {
    const before = byRow.get(reading.row.id);
    if (!before) byRow.set(reading.row.id, reading);
    else if (!overlap(before, reading)) byRow.set(reading.row.id, joined(before, reading));
    else {
      const better =
        reading.score > before.score ||
        (reading.score === before.score &&
          ((isEmpty(before) && !isEmpty(reading)) || (isDoubtful(before) && !isDoubtful(reading))));
      const [kept, other] = better ? [reading, before] : [before, reading];
      byRow.set(reading.row.id, kept);
      if (sameFigures(kept, other) || (isEmpty(other) && kept.block !== other.block)) continue;
      if (other.score < kept.score && other.score < 0.9) continue;
      warnings.push({
        code: 'cells-uncertain',
        cell: reading.row.id,
        message: `${rowLabel(model.edition, reading.row.id)}：文件中出现两次且数字不同，采用“${kept.text}”，未采用“${other.text}”，请核对。`,
      });
    }
  }
  return [...byRow.values()];
}

const isEmpty = (reading: RowReading): boolean => reading.cells.every((cell) => squeeze(cell?.text ?? '') === '');

/** The reader itself is not sure of a cell: it is hidden, or struck out. */
const isDoubtful = (reading: RowReading): boolean => reading.cells.some((cell) => cell?.doubt !== undefined);

const sameFigures = (a: RowReading, b: RowReading): boolean =>
  a.cells.every((cell, index) => squeeze(cell?.text ?? '') === squeeze(b.cells[index]?.text ?? ''));

/** Both give a cell for the same figure. */
const overlap = (a: RowReading, b: RowReading): boolean =>
  a.cells.some((cell, index) => cell !== null && (b.cells[index] ?? null) !== null);

/** Parts of one row that stand in several places (表四 in three pieces). */
const joined = (a: RowReading, b: RowReading): RowReading => ({
  ...a,
  cells: a.cells.map((cell, index) => cell ?? b.cells[index] ?? null),
  doubts: [...a.doubts, ...b.doubts],
  absent: (a.absent ?? []).filter((index) => b.absent?.includes(index)),
  text: `${a.text} | ${b.text}`,
});
