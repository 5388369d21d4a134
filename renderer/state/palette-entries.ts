// What the palette can go to: commands, chapters, cells; and the search over them.
import { chapterHeading } from '../../shared/editions/chapter-name.ts';
import { cellLabel } from '../../shared/editions/cell-label.ts';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import type { Snapshot } from '../../shared/ipc/contract.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK } from '../../shared/model/report.ts';
import { COMMANDS } from './commands.ts';
import { go, goToCell, placeOfChapter } from './navigate.ts';
import { matchesWords, rank } from './search.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly kind: 'command' | 'chapter' | 'cell';
  readonly title: string;
  /** Keys of a command, figure of a cell. */
  readonly detail: string;
  readonly run: () => void;
}

export function paletteEntries(document: Snapshot | null): readonly PaletteEntry[] {
  const commands = COMMANDS.filter(({ id, needsDocument }) => id !== 'palette' && (document || !needsDocument)).map(
    ({ id, title, keys, run }): PaletteEntry => ({
      id: `command/${id}`,
      kind: 'command',
      title,
      detail: keys ?? '',
      run,
    }),
  );
  if (!document) return commands;
  const { report } = document;
  const edition = EDITIONS[report.edition];
  const chapters = [{ key: 'preface' as const, number: '', title: '标题与引言' }, ...edition.chapters].map(
    (chapter): PaletteEntry => ({
      id: `chapter/${chapter.key}`,
      kind: 'chapter',
      title: chapterHeading(chapter),
      detail: '',
      run: () => go(placeOfChapter(chapter.key)),
    }),
  );
  const cells = [...figures(edition).keys()].map(
    (id): PaletteEntry => ({
      id: `cell/${id}`,
      kind: 'cell',
      title: cellLabel(edition, id),
      detail: showFigure(report.cells[id] ?? BLANK),
      run: () => goToCell(id),
    }),
  );
  return [...chapters, ...commands, ...cells];
}

const SHOWN = 50;
const ORDER = { chapter: 0, command: 0, cell: 60 } as const;

/** Entries that hold every word, the best first. */
export function searchPalette(entries: readonly PaletteEntry[], words: string): readonly PaletteEntry[] {
  if (words.trim() === '') return entries.filter(({ kind }) => kind !== 'cell');
  const scored = entries
    .filter(({ title }) => matchesWords(title, words))
    .map((entry) => ({ entry, score: rank(entry.title, words) + ORDER[entry.kind] }));
  return scored
    .toSorted((left, right) => left.score - right.score)
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
}
