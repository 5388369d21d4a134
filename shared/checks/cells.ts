// Single cells: impossible figures, units inside the cell, blanks where published reports write 0.
import { figures, figuresOf } from '../editions/index.ts';
import { computedCells } from '../editions/totals.ts';
import { readFigure } from '../model/number-cell.ts';
import type { CellId } from '../model/report.ts';
import { type CheckContext, finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

/** What an office writes where there is nothing to count. */
const NOTHING = /^(?:[暂均]?无|没有|空|不涉及|未涉及|未发生|不适用|零)[。.]?$/;

/** Cells of one table that say the same in words are one finding. */
export const cellTypes: Rule = (context) => {
  const { edition, report } = context;
  return edition.tables.flatMap((table): Finding[] => {
    const wrong = figuresOf(table).flatMap(({ id, type }): Wrong[] => {
      const cell = report.cells[id];
      if (!cell || cell.state === 'blank' || cell.state === 'dash') return [];
      const reason = cell.state === 'text' ? '不是数字' : readFigure(cell.value ?? '', type).reason;
      return reason ? [{ id, text: (cell.value ?? cell.raw).trim(), reason, same: cell.state === 'text' }] : [];
    });
    const together = (a: Wrong, b: Wrong): boolean => a.id === b.id || (a.same && b.same && a.text === b.text);
    return wrong
      .filter((one, at) => wrong.findIndex((other) => together(other, one)) === at)
      .map((one) => {
        const ids = wrong.filter((other) => together(other, one)).map(({ id }) => id);
        return typeFinding(
          context,
          one,
          ids.length > 1 ? `${table.name}有${ids.length}格` : context.label(one.id),
          ids,
        );
      });
  });
};

/** Totals of a draft, which the program computes and nobody fills in. */
const lockedCells = ({ edition, report }: Pick<CheckContext, 'edition' | 'report'>): ReadonlySet<CellId> =>
  report.status === 'draft' ? computedCells(edition) : new Set();

interface Wrong {
  readonly id: CellId;
  readonly text: string;
  readonly reason: string;
  /** Words, which may stand in many cells alike. */
  readonly same: boolean;
}

function typeFinding({ edition, report }: CheckContext, wrong: Wrong, where: string, ids: readonly CellId[]): Finding {
  const { text, reason } = wrong;
  const nothing = NOTHING.test(text);
  const message = `${where}写作“${text}”，${reason}${nothing ? '，没有数的格应填0' : ''}。`;
  const plain = finding('CELL-TYPE', { cells: ids, left: text, right: '', message });
  const locked = lockedCells({ edition, report });
  const set = ids.filter((cell) => !locked.has(cell)).map((cell) => ({ cell, value: '0' }));
  if (!nothing || set.length === 0) return plain;
  return { ...plain, suggestion: { label: set.length > 1 ? `把这${set.length}格改为0` : '把此格改为0', set } };
}

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
export const cellBlanks: Rule = (context) => {
  const { edition, report } = context;
  const locked = lockedCells(context);
  return edition.tables.flatMap((table): Finding[] => {
    const ids = figuresOf(table).flatMap(({ id }) => (locked.has(id) ? [] : [id]));
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
};
