// Underlines in the prose: quantities (agree, differ, 待更新, unbound), sentences kept from last year, the sentence of a finding.
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { ChapterDoc } from '../../shared/model/chapter.ts';

export interface ProseMark {
  /** Index of the block, and character positions inside its text. */
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'agrees' | 'differs' | 'doubtful' | 'stale' | 'unbound' | 'kept' | 'found';
  readonly title?: string;
  /** Given back when the person clicks on it. */
  readonly id?: string;
}

/** Marks with the text that they are those of. */
export interface MarksOfText {
  readonly of: ChapterDoc;
  readonly marks: readonly ProseMark[];
}

interface DrawnMarks {
  readonly set: DecorationSet;
  /** The marks as they came; null once the text has changed since. */
  readonly shown: MarksOfText | null;
}

export const proseMarksKey = new PluginKey<DrawnMarks>('prose-marks');

/** The underlines of the block that begins at `start`; a mark that does not fit it is dropped. */
function underlines(block: Node, start: number, marks: readonly ProseMark[]): Decoration[] {
  return marks.flatMap(({ from, to, kind, title, id }) => {
    if (from >= to || to > block.content.size) return [];
    const attributes = { class: `mark-${kind}`, ...(title ? { title } : {}), ...(id ? { 'data-mark': id } : {}) };
    return [Decoration.inline(start + from, start + to, attributes, { says: JSON.stringify(attributes) })];
  });
}

const said = (all: readonly Decoration[]): string =>
  // `says` is what `underlines` puts into each
  all
    .map(({ from, to, spec }) => `${from}-${to}${(spec as { readonly says: string }).says}`)
    .toSorted()
    .join();

/** The set with these marks: only blocks whose underlines change are drawn anew. */
export function withMarks(set: DecorationSet, doc: Node, marks: readonly ProseMark[]): DecorationSet {
  const byBlock = Map.groupBy(marks, ({ block }) => block);
  const gone: Decoration[] = [];
  const come: Decoration[] = [];
  doc.forEach((block, offset, index) => {
    const wanted = underlines(block, offset + 1, byBlock.get(index) ?? []);
    const there = set.find(offset, offset + block.nodeSize);
    if (said(there) === said(wanted)) return;
    gone.push(...there);
    come.push(...wanted);
  });
  return come.length + gone.length === 0 ? set : set.remove(gone).add(doc, come);
}

/** The underlines of an editor: what keeps them, and what its view draws. */
export interface Underlines {
  readonly plugin: Plugin<DrawnMarks>;
  readonly decorations: (state: EditorState) => DecorationSet;
}

/**
 * Keeps the underlines in place while the text is edited; new ones come with the meta of `proseMarksKey`. The text is built with those it
 * begins with: drawn afterwards, they would have all its pages built and laid out twice. That is why the view is given them, and not the
 * plugin, which the view gets only when it has been built.
 */
export function underlinesFrom(first: MarksOfText): Underlines {
  const begun = new WeakMap<Node, DrawnMarks>();
  const begin = (doc: Node): DrawnMarks => {
    const drawn = begun.get(doc) ?? { shown: first, set: withMarks(DecorationSet.empty, doc, first.marks) };
    begun.set(doc, drawn);
    return drawn;
  };
  const plugin = new Plugin<DrawnMarks>({
    key: proseMarksKey,
    state: {
      init: (_, { doc }) => begin(doc),
      apply: (transaction, { set, shown }, _before, { doc }) => {
        // only this file and the editor set this meta
        const come = transaction.getMeta(proseMarksKey) as MarksOfText | undefined;
        if (come) return { shown: come, set: withMarks(set, doc, come.marks) };
        return transaction.docChanged
          ? { shown: null, set: set.map(transaction.mapping, transaction.doc) }
          : { shown, set };
      },
    },
  });
  return {
    plugin,
    decorations: (state) => (proseMarksKey.getState(state) ?? begin(state.doc)).set,
  };
}
