// Real cases with their true figures, the reading of bytes as the program reads them, and the promise every reading must keep.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { matchDocument } from '../../shared/import/match-document.ts';
import type { ImportProposal, ImportWishes } from '../../shared/import/proposal.ts';
import type { CellId, EditionId } from '../../shared/model/report.ts';

export interface ExpectedCase {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly cells: Readonly<Record<CellId, string | null>>;
}

const CASES = resolve(import.meta.dirname, '../fixtures/cases');
const IMPORT = resolve(import.meta.dirname, '../fixtures/import');
const folderOf = (name: string): string => (name.startsWith('suqian') ? IMPORT : CASES);

export const caseFile = (name: string): Buffer => readFileSync(resolve(folderOf(name), name));

// the fixtures are ours and have this shape
export const expectedOf = (name: string): ExpectedCase =>
  JSON.parse(caseFile(`${name}.expected.json`).toString('utf8')) as ExpectedCase;

/** Reads and matches; throws the refusal's sentence. */
export async function importBytes(
  bytes: Uint8Array | string,
  fileName = '年报.txt',
  wishes: Partial<ImportWishes> = {},
): Promise<ImportProposal> {
  const raw = await readSourceBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, fileName);
  if (!raw.ok) throw new Error(raw.error.message);
  const proposal = matchDocument(raw.value, { fileName, ...wishes });
  if (!proposal.ok) throw new Error(proposal.error.message);
  return proposal.value;
}

export const isWarned = ({ warnings }: ImportProposal, id: CellId): boolean =>
  warnings.some(({ cell }) => cell !== undefined && (cell === id || id.startsWith(`${cell}.`)));

const valuesOf = ({ report }: ImportProposal): Record<string, string | null> =>
  Object.fromEntries(Object.entries(report.cells).map(([id, cell]) => [id, cell.value]));

/** Figures that are wrong and carry no warning: the worst fault there is. */
export function silentlyWrong(proposal: ImportProposal, cells: ExpectedCase['cells']): string[] {
  return idsOf(cells).flatMap((id) => {
    const read = proposal.report.cells[id]?.value ?? null;
    return read === cells[id] || isWarned(proposal, id) ? [] : [`${id}: ${read} instead of ${cells[id]}`];
  });
}

export const warnedCells = (proposal: ImportProposal, cells: ExpectedCase['cells']): string[] =>
  idsOf(cells).filter((id) => isWarned(proposal, id));

/** Figures that were read right or are known to be doubtful; and how many are right. */
export function expectNothingSilent(proposal: ImportProposal, cells: ExpectedCase['cells']): number {
  expect(silentlyWrong(proposal, cells)).toEqual([]);
  return idsOf(cells).filter((id) => (proposal.report.cells[id]?.value ?? null) === cells[id]).length;
}

export const expectAllRight = (proposal: ImportProposal, cells: ExpectedCase['cells']): void =>
  expect(valuesOf(proposal)).toEqual(cells);

// keys of a fixture are cell ids
const idsOf = (cells: ExpectedCase['cells']): CellId[] => Object.keys(cells) as CellId[];
