// Reads the prose of a report that was opened, so that its chapters, when gone to, have been read and compared with last year's.
import type { Snapshot } from '../../../shared/ipc/contract.ts';
import { CHAPTER_KEYS } from '../../../shared/model/report.ts';
import { bindProse } from '../../../shared/text/match.ts';
import { readProse } from '../../../shared/text/prose.ts';
import { compareChapters } from '../../editor/compare-prose.ts';
import { inQuiet } from '../../state/quiet.ts';

export function readAhead({ report, previous }: Snapshot): void {
  inQuiet(
    () => readProse(report),
    () => bindProse(report),
    () => previous && readProse(previous),
    ...CHAPTER_KEYS.map((key) => () => previous && compareChapters(previous.chapters[key], report.chapters[key])),
  );
}
