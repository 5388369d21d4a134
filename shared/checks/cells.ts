// Single cells: impossible figures, units inside the cell, blanks where published reports write 0.
import { figures, figuresOf } from '../editions/index.ts';
import { readFigure } from '../model/number-cell.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

export const cellTypes: Rule = ({ edition, report, label }) =>
  [...figures(edition).values()].flatMap(({ id, type }): Finding[] => {
    const cell = report.cells[id];
    if (!cell || cell.state === 'blank' || cell.state === 'dash') return [];
    const reason = cell.state === 'text' ? '不是数字' : readFigure(cell.value ?? '', type).reason;
    if (!reason) return [];
    const text = cell.value ?? cell.raw;
    return [
      finding('CELL-TYPE', { cells: [id], left: text, right: '', message: `${label(id)}的“${text}”${reason}。` }),
    ];
  });

export const cellUnits: Rule = ({ edition, report, label }) =>
  [...figures(edition).values()].flatMap(({ id, type, unit }): Finding[] => {
    const cell = report.cells[id];
    const written = cell?.state === 'number' ? readFigure(cell.raw, type).unit : undefined;
    if (!cell || !written) return [];
    const wanted = written === unit ? '' : `，表中单位是${unit}`;
    const message = `${label(id)}写作“${cell.raw.trim()}”，格内带有单位${wanted}；请核对数值后只填数字。`;
    return [finding('CELL-UNIT', { cells: [id], left: cell.raw.trim(), right: cell.value ?? '', message })];
  });

/** One finding a table. A table with no figure at all is C-CHAPTER's matter. */
export const cellBlanks: Rule = ({ edition, report }) =>
  edition.tables.flatMap((table): Finding[] => {
    const ids = figuresOf(table).map(({ id }) => id);
    const empty = ids.filter((id) => report.cells[id]?.state === 'blank' || report.cells[id]?.state === 'dash');
    if (empty.length === 0 || empty.length === ids.length) return [];
    const message = `${table.name}有${empty.length}格空白或填了横线，公开发布时没有数的格应填0。`;
    return [finding('CELL-BLANK', { cells: empty, left: String(empty.length), right: '0', message })];
  });
