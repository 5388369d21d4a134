// 文字.
import type { ChapterKey } from '../../../shared/model/report.ts';
import { WorkHead } from '../work-head.tsx';

export function NarrativeView({ chapter }: { readonly chapter: ChapterKey }) {
  return <WorkHead title="文字" note={chapter} />;
}
