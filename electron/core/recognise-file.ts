// One foreign file -> the report recognised in it. This is what the reader does in its process or thread, under a time and a memory limit.
import { basename } from 'node:path';
import { matchDocument } from '../../shared/import/match-document.ts';
import type { ImportProposal, ImportWishes } from '../../shared/import/proposal.ts';
import type { Result } from '../../shared/model/result.ts';
import { readSourceFile } from './readers/index.ts';
import { shownName } from './readers/source-reader.ts';

/** What the person fixes beforehand. */
export type ReadingWishes = Omit<ImportWishes, 'fileName'>;

/** Reads and matches one file: both work on hostile content, so both stay where they can be stopped. Writes nothing. */
export async function recogniseFile(path: string, wishes: ReadingWishes): Promise<Result<ImportProposal>> {
  const raw = await readSourceFile(path);
  return raw.ok ? matchDocument(raw.value, { ...wishes, fileName: shownName(basename(path)) }) : raw;
}
