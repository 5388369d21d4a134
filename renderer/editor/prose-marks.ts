// Underlines in the prose: quantities (agree, differ, 待更新, unbound), sentences kept from last year, the sentence of a finding.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

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

export const proseMarksKey = new PluginKey<DecorationSet>('prose-marks');

/** The marks as decorations; a mark that no longer fits its block is dropped. */
function decorations(doc: Node, marks: readonly ProseMark[]): DecorationSet {
  const starts: number[] = [];
  doc.forEach((_, offset) => starts.push(offset + 1));
  return DecorationSet.create(
    doc,
    marks.flatMap(({ block, from, to, kind, title, id }) => {
      const start = starts[block];
      const size = doc.maybeChild(block)?.content.size ?? 0;
      if (start === undefined || from >= to || to > size) return [];
      const attributes = { class: `mark-${kind}`, ...(title ? { title } : {}), ...(id ? { 'data-mark': id } : {}) };
      return [Decoration.inline(start + from, start + to, attributes)];
    }),
  );
}

/** Keeps the underlines in place while the text is edited; new ones come with the meta of `proseMarksKey`. */
export const ProseMarks = Extension.create({
  name: 'proseMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: proseMarksKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, set, _before, after) => {
          // only this file and the editor set this meta
          const marks = transaction.getMeta(proseMarksKey) as readonly ProseMark[] | undefined;
          return marks ? decorations(after.doc, marks) : set.map(transaction.mapping, transaction.doc);
        },
      },
      props: {
        decorations: (state) => proseMarksKey.getState(state),
      },
    }),
  ],
});
