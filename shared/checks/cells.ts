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
    const text = (cell.value ?? cell.raw).trim();
    const message = `${label(id)}写作“${text}”，${reason}。`;
    return [finding('CELL-TYPE', { cells: [id], left: text, right: '', message })];
  });

export const cellUnits: Rule = ({ edition, report, label }) =>
  [...figures(edition).values()].flatMap(({ id, type, unit }): Finding[] => {
    const cell = report.cells[id];
    const written =
      cell?.state === 'number' && /[^\d\s.,+-]/.test(cell.raw) ? readFigure(cell.raw, type).unit : undefined;
    if (!cell || !written) return [];
    const wanted = written === unit ? '' : `，表中单位是${unit}`;
    const message = `${label(id)}写作“${cell.raw.trim()}”，格内带有单位${wanted}；请核对数值后只填数字。`;
    return [finding('CELL-UNIT', { cells: [id], left: cell.raw.trim(), right: cell.value ?? '', message })];
  });

/** One finding a table. A table with nothing in any cell is C-CHAPTER's matter. */
export const cellBlanks: Rule = ({ edition, report }) =>
  edition.tables.flatMap((table): Finding[] => {
    const ids = figuresOf(table).map(({ id }) => id);
    const blank = ids.filter((id) => (report.cells[id]?.state ?? 'blank') === 'blank');
    const dashed = ids.filter((id) => report.cells[id]?.state === 'dash');
    if (blank.length + dashed.length === 0 || blank.length === ids.length) return [];
    const what = [
      ...(blank.length > 0 ? [`${blank.length}格空白`] : []),
      ...(dashed.length > 0 ? [`${dashed.length}格填了横线或斜线`] : []),
    ].join('、');
    const cells = ids.filter((id) => blank.includes(id) || dashed.includes(id));
    const message = `${table.name}有${what}，公开发布时没有数的格应填0。`;
    return [finding('CELL-BLANK', { cells, left: String(cells.length), right: '0', message })];
  });
