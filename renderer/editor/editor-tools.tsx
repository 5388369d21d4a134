// Tools of the text editor: kind of paragraph, bold, numbering, a figure of the tables.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { redo, undo } from '../state/document-actions.ts';
import { useStore } from '../state/store.ts';
import { headingNumbers, type HeadingLevel, numberLength, renumbered } from './numbering.ts';
import { chapterOf, editorContent, sameChapter } from './schema.ts';
import { InsertFigure } from './insert-figure.tsx';

type Kind = 'text' | HeadingLevel;

/** What the editor itself can undo and redo. */
interface Mine {
  readonly undo: boolean;
  readonly redo: boolean;
}

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'text', label: '正文' },
  { value: 1, label: '（一）标题' },
  { value: 2, label: '1. 标题' },
  { value: 3, label: '（1）标题' },
];

/** Turns the paragraph into a heading with its number, or back into text without one. */
function setKind(editor: Editor, kind: Kind): void {
  const { $from } = editor.state.selection;
  const block = $from.index(0);
  const start = $from.start(1);
  const skipped = numberLength($from.parent.textContent);
  const chain = editor.chain().focus();
  if (skipped > 0) chain.deleteRange({ from: start, to: start + skipped });
  if (kind === 'text') {
    chain.setParagraph().run();
    return;
  }
  chain.setHeading({ level: kind }).run();
  const number = headingNumbers(chapterOf(editor.state.doc).content)[block];
  if (number) editor.chain().focus().insertContentAt(start, number).run();
}

function renumber(editor: Editor): void {
  const doc = chapterOf(editor.state.doc);
  const ordered = renumbered(doc);
  if (!sameChapter(doc, ordered)) editor.chain().focus().setContent(editorContent(ordered), { emitUpdate: true }).run();
}

export function EditorTools({ editor }: { readonly editor: Editor }) {
  const [inserting, setInserting] = useState(false);
  const earlier = useStore((now) => (now.document?.undo ?? null) !== null);
  const later = useStore((now) => (now.document?.redo ?? null) !== null);
  const { kind, bold, mine } = useEditorState({
    editor,
    selector: ({ editor: now }): { readonly kind: Kind; readonly bold: boolean; readonly mine: Mine } => ({
      kind: ([1, 2, 3] as const).find((level) => now.isActive('heading', { level })) ?? 'text',
      bold: now.isActive('bold'),
      mine: { undo: now.can().undo(), redo: now.can().redo() },
    }),
  });
  // what was typed here goes first, then the changes of the report before it, as with Ctrl+Z
  const undoable = mine.undo || earlier;
  const redoable = mine.redo || later;
  return (
    <div className="editor-tools" role="toolbar" aria-label="文字工具">
      <Select
        size="small"
        className="editor-kind"
        aria-label="段落样式"
        value={kind}
        options={[...KINDS]}
        onChange={(value) => setKind(editor, value)}
      />
      <Button
        size="small"
        type={bold ? 'primary' : 'default'}
        aria-pressed={bold}
        title="加粗（Ctrl+B）"
        onClick={() => editor.chain().focus().toggleBold().run()}
      >
        <b>加粗</b>
      </Button>
      <Button size="small" onClick={() => renumber(editor)}>
        重排序号
      </Button>
      <Button size="small" onClick={() => setInserting(true)}>
        插入表格数字
      </Button>
      <span className="button-pair">
        <Button
          size="small"
          icon={<UndoOutlined aria-hidden />}
          aria-label="撤销"
          title="撤销（Ctrl+Z）"
          disabled={!undoable}
          onClick={() => (editor.can().undo() ? editor.chain().focus().undo().run() : void undo())}
        />
        <Button
          size="small"
          icon={<RedoOutlined aria-hidden />}
          aria-label="重做"
          title="重做（Ctrl+Y）"
          disabled={!redoable}
          onClick={() => (editor.can().redo() ? editor.chain().focus().redo().run() : void redo())}
        />
      </span>
      {inserting && (
        <InsertFigure
          onClose={() => setInserting(false)}
          onInsert={(text) => {
            setInserting(false);
            editor.chain().focus().insertContent(text).run();
          }}
        />
      )}
    </div>
  );
}
