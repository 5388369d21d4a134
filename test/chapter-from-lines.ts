// Prose for tests, written as plain lines.
import { type ChapterDoc, paragraph } from '../shared/model/chapter.ts';

/** A chapter from plain lines; empty lines are dropped. */
export const chapterFromLines = (lines: readonly string[]): ChapterDoc => ({
  type: 'doc',
  content: lines.filter((line) => line.trim() !== '').map((line) => paragraph(line.trim())),
});
