// The card of a quantity in the prose: what it is bound to, and what can be done about a difference.
import type { ChapterKey } from '../../../shared/model/report.ts';

export function MarkCard(_props: {
  readonly card: { readonly id: string; readonly anchor: DOMRect };
  readonly bindings: readonly never[];
  readonly chapter: ChapterKey;
  readonly onClose: () => void;
}) {
  return null;
}
