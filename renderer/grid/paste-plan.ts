// What a paste will do, before it is done: every edit, what is left out and why, and whether the person should look first.
import { withTotals } from '../../shared/editions/totals.ts';
import type { FormEdition } from '../../shared/editions/types.ts';
import type { CellInput } from '../../shared/ipc/contract.ts';
import { equalDecimals } from '../../shared/model/decimal.ts';
import { readTypedFigure, showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type CellId, type Cells, type CellValue, type Report } from '../../shared/model/report.ts';
import type { PastedBlock } from './clipboard.ts';
import type { GridLayout, PlacedFigure } from './layout.ts';
import { landByLabels } from './paste-labels.ts';
import { landByPosition } from './paste-position.ts';
import type { Range } from './selection.ts';

/** How texts found their cells: the block's labels, the selection, or filling from neighbouring cells. */
export type LandedBy = 'labels' | 'position' | 'fill';

/** A text and the cell it belongs to. */
export interface Landing {
  readonly figure: PlacedFigure;
  readonly text: string;
}

/** Where the texts of a block belong. */
export interface Landings {
  readonly by: LandedBy;
  readonly cells: readonly Landing[];
  /** Texts for which there is no cell. */
  readonly strays: readonly string[];
  /** True where the block could be read in more than one way. */
  readonly uncertain: boolean;
}

/** A total of the block that the program computes itself and therefore does not take. */
export interface SkippedTotal {
  readonly cell: CellId;
  readonly name: string;
  /** As pasted. */
  readonly text: string;
  /** As computed after the paste; '' where it stays blank. */
  readonly computed: string;
  readonly differs: boolean;
}

export interface RefusedText {
  readonly cell: CellId;
  readonly name: string;
  readonly text: string;
  /** A Chinese clause: “无”不是数字. */
  readonly reason: string;
}

export interface PastePlan {
  readonly by: LandedBy;
  readonly edits: readonly CellInput[];
  /** Filled cells that the paste makes blank. */
  readonly cleared: readonly CellId[];
  readonly skipped: readonly SkippedTotal[];
  readonly refused: readonly RefusedText[];
  /** Texts of the block that have no cell in this table. */
  readonly strays: readonly string[];
  readonly needsConfirm: boolean;
  /** One Chinese sentence for a preview and for the message afterwards. */
  readonly summary: string;
  /** What to select afterwards; null where nothing lands. */
  readonly range: Range | null;
}

export interface PasteTarget {
  readonly edition: FormEdition;
  readonly layout: GridLayout;
  readonly report: Report;
  readonly isLocked: (cell: PlacedFigure) => boolean;
  readonly selected: Range;
}

/** The plan of a paste. Labels in the block decide where its figures belong; without labels the selection does. */
export function planPaste(target: PasteTarget, block: PastedBlock): PastePlan {
  return planLandings(target, landByLabels(target, block) ?? landByPosition(target, block));
}

/** The plan for texts whose cells are known: also what filling down and right do. */
export function planLandings({ edition, report, isLocked }: PasteTarget, landings: Landings): PastePlan {
  const open = landings.cells.filter(({ figure }) => !isLocked(figure));
  const read = open.map(({ figure, text }) => ({ figure, text, typed: readTypedFigure(text, figure.type) }));
  const refused = read.flatMap(({ figure: { id, name }, text, typed }) =>
    typed.ok ? [] : [{ cell: id, name, text: text.trim(), reason: typed.reason }],
  );
  const accepted = read.flatMap(({ figure, text, typed }) => (typed.ok ? [{ cell: figure.id, text, typed }] : []));
  const values: Cells = Object.fromEntries(
    accepted.map(({ cell, text, typed: { state, value } }): [CellId, CellValue] => [
      cell,
      { state, value, raw: text, source: { kind: 'pasted' } },
    ]),
  );
  const after = withTotals(edition, report.cells, values);
  const skipped = landings.cells.flatMap(({ figure, text }): SkippedTotal[] => {
    if (!isLocked(figure) || text.trim() === '') return [];
    const computed = after[figure.id] ?? BLANK;
    return [
      {
        cell: figure.id,
        name: figure.name,
        text: text.trim(),
        computed: showFigure(computed),
        differs: landings.by !== 'fill' && differs(text, figure, computed),
      },
    ];
  });
  const plan = {
    by: landings.by,
    edits: accepted.map(({ cell, text }) => ({ cell, text })),
    cleared: accepted.flatMap(({ cell, typed }) =>
      typed.state === 'blank' && (report.cells[cell] ?? BLANK).state !== 'blank' ? [cell] : [],
    ),
    skipped,
    refused,
    strays: landings.strays,
  };
  const odd = refused.length + landings.strays.length + skipped.filter(({ differs }) => differs).length > 0;
  return {
    ...plan,
    needsConfirm: odd || landings.uncertain,
    summary: summaryOf(plan, landings.uncertain),
    range: rangeAround(landings.cells),
  };
}

/** Whether a pasted total says another figure than the computed one. */
function differs(text: string, figure: PlacedFigure, computed: CellValue): boolean {
  const typed = readTypedFigure(text, figure.type);
  if (!typed.ok || typed.value === null) return !typed.ok;
  return computed.value === null ? !equalDecimals(typed.value, '0') : !equalDecimals(typed.value, computed.value);
}

function summaryOf(plan: Omit<PastePlan, 'needsConfirm' | 'summary' | 'range'>, uncertain: boolean): string {
  const wrong = plan.skipped.filter(({ differs }) => differs);
  const totals = plan.skipped.length - wrong.length;
  const named = (cells: readonly { readonly name: string }[]): string =>
    cells.length > 2 ? `${cells[0]?.name ?? ''}等${cells.length}格` : cells.map(({ name }) => name).join('、');
  const done = plan.by === 'fill' ? '填充' : '粘贴';
  const clauses = [
    `${done}${plan.edits.length}格${plan.by === 'labels' ? '，按行名和列名对应' : ''}`,
    plan.cleared.length > 0 && `其中${plan.cleared.length}格由有数变为空白`,
    uncertain && '内容的行列与本表不完全对应，请核对各数落在哪一格',
    totals > 0 && `${totals}格总计由程序自动计算，没有改动`,
    wrong.length > 0 &&
      `粘贴内容中的总计与程序计算的不一致：${wrong
        .slice(0, 2)
        .map(({ name, text, computed }) => `${name} 粘贴的是${text}，计算的是${computed || '空白'}`)
        .join('；')}${wrong.length > 2 ? `等${wrong.length}格` : ''}`,
    plan.refused.length > 0 &&
      `${plan.refused.length}格没有${done}：${plan.refused[0]?.reason ?? ''}（${named(plan.refused)}）`,
    plan.strays.length > 0 &&
      `${plan.strays.length}个内容在本表中没有位置：${plan.strays
        .slice(0, 3)
        .map((text) => `“${text}”`)
        .join('')}`,
  ];
  return `${clauses.filter((clause) => clause !== false).join('；')}。`;
}

function rangeAround(cells: readonly Landing[]): Range | null {
  if (cells.length === 0) return null;
  const figures = cells.map(({ figure }) => figure);
  return {
    top: Math.min(...figures.map(({ row }) => row)),
    bottom: Math.max(...figures.map(({ row }) => row)),
    left: Math.min(...figures.map(({ column }) => column)),
    right: Math.max(...figures.map(({ column, colspan }) => column + colspan - 1)),
  };
}
