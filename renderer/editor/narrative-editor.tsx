// The text editor of one chapter: closed schema, saved a moment after typing and whenever it is left. Typed text is never lost.
import { type Editor, type EditorOptions, Extension } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { ChapterDoc } from '../../shared/model/chapter.ts';
import { notify } from '../state/notices.ts';
import { registerDraft } from '../state/drafts.ts';
import { isCovered } from '../state/panes.ts';
import { markAtCursor } from './mark-at-cursor.ts';
import { pastedProse } from './pasted-prose.ts';
import { EditorTools } from './editor-tools.tsx';
import { type MarksOfText, proseMarksKey, underlinesFrom } from './prose-marks.ts';
import { chapterExtensions, chapterOf, editorContent, sameChapter } from './schema.ts';
import './editor.css';

const SAVE_AFTER_MS = 500;
/** Also while the person goes on typing without a pause. */
const SAVE_AT_LATEST_MS = 3_000;

export interface NarrativeEditorProps {
  readonly label: string;
  readonly doc: ChapterDoc;
  readonly readOnly: boolean;
  readonly marks: MarksOfText;
  readonly onSave: (doc: ChapterDoc) => void;
  /** The text as it is being typed, before it is saved. */
  readonly onType?: (doc: ChapterDoc) => void;
  /** A number was clicked on, or is asked for with Alt+Enter. */
  readonly onMark?: (id: string, anchor: DOMRect, byKeys: boolean) => void;
  readonly onBlock?: (block: number) => void;
  /** Takes the focus when it is first shown. */
  readonly focused?: boolean;
  /** Where the cursor goes each time another place is given. */
  readonly cursor?: TextPlace | null;
}

/** Characters of a block. */
export interface TextPlace {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** Sends the text after a pause, on blur, when flushed and when the editor goes away. */
function useSaving(editor: Editor | null, { doc, onSave }: NarrativeEditorProps) {
  const sent = useRef(doc);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const since = useRef<number | null>(null);
  const save = useRef(onSave);
  useEffect(() => {
    save.current = onSave;
  });
  useEffect(() => {
    if (!editor) return;
    const flush = (): void => {
      clearTimeout(timer.current);
      since.current = null;
      if (editor.isDestroyed) return;
      const now = chapterOf(editor.state.doc);
      if (sameChapter(now, sent.current)) return;
      sent.current = now;
      save.current(now);
    };
    const typed = (): void => {
      clearTimeout(timer.current);
      const now = Date.now();
      since.current ??= now;
      // an input method that is at work is not disturbed; leaving the editor saves in any case
      const left = editor.view.composing ? SAVE_AFTER_MS : since.current + SAVE_AT_LATEST_MS - now;
      const wait = Math.max(0, Math.min(SAVE_AFTER_MS, left));
      timer.current = setTimeout(() => (editor.view.composing ? typed() : flush()), wait);
    };
    editor.on('update', typed);
    editor.on('blur', flush);
    const unregister = registerDraft(flush);
    return () => {
      flush();
      unregister();
      editor.off('update', typed);
      editor.off('blur', flush);
    };
  }, [editor]);
  useEffect(() => {
    // a change from outside (undo, restore): taken over unless it is what this editor sent
    if (!editor || sameChapter(doc, sent.current)) return;
    sent.current = doc;
    editor.commands.setContent(editorContent(doc), { emitUpdate: false });
  }, [editor, doc]);
}

/** Puts the cursor before the text that is shown, so that it can be changed at once. */
function useCursor(editor: Editor | null, cursor: TextPlace | null | undefined) {
  useEffect(() => {
    if (!editor || !cursor) return;
    const { doc } = editor.state;
    if (cursor.block < 0 || cursor.block >= doc.childCount) return;
    let start = 1;
    for (let block = 0; block < cursor.block; block++) start += doc.child(block).nodeSize;
    const at = Math.min(start + cursor.from, doc.content.size);
    editor
      .chain()
      .setTextSelection({ from: at, to: Math.min(at + cursor.to - cursor.from, doc.content.size) })
      .focus()
      .run();
  }, [editor, cursor]);
}

/** The focus when it is first shown, unless the person has gone on to a dialog or a field while it was being made. */
function useFirstFocus(editor: Editor | null, { focused, readOnly }: NarrativeEditorProps) {
  const [wanted] = useState(focused === true && !readOnly);
  useEffect(() => {
    const taken = isCovered() || document.activeElement?.matches('input, textarea, [contenteditable="true"]');
    if (wanted && !taken && editor && !editor.isDestroyed) editor.view.focus();
  }, [editor, wanted]);
}

/** Draws the underlines, but never under an input method at work, and never those of another text than the one shown. */
function useMarks(editor: Editor | null, { marks }: NarrativeEditorProps) {
  useEffect(() => {
    if (!editor) return;
    const draw = (): void => {
      if (editor.isDestroyed || editor.view.composing || proseMarksKey.getState(editor.state)?.shown === marks) return;
      if (!sameChapter(chapterOf(editor.state.doc), marks.of)) return;
      editor.view.dispatch(editor.state.tr.setMeta(proseMarksKey, marks));
    };
    draw();
    editor.on('blur', draw);
    return () => {
      editor.off('blur', draw);
    };
  }, [editor, marks]);
}

/** What an editor is made with. The same for its whole life: whatever changes here has all its text drawn anew. */
function madeWith({ label, doc, marks }: NarrativeEditorProps): Partial<EditorOptions> {
  const { plugin, decorations } = underlinesFrom(marks);
  const extension = Extension.create({ name: 'proseMarks', addProseMirrorPlugins: () => [plugin] });
  return {
    extensions: [...chapterExtensions(), extension],
    content: editorContent(doc),
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', lang: 'zh-CN' },
      decorations,
      transformPastedHTML(html) {
        const pasted = pastedProse(html);
        if (pasted.notice) notify('info', pasted.notice);
        return pasted.html;
      },
    },
  };
}

export function NarrativeEditor(props: NarrativeEditorProps) {
  const { readOnly, onType, onMark, onBlock } = props;
  const [made] = useState(() => madeWith(props));
  const editor = useEditor({
    ...made,
    editable: !readOnly,
    onUpdate: ({ editor: now }) => onType?.(chapterOf(now.state.doc)),
    onSelectionUpdate: ({ editor: now }) => onBlock?.(now.state.selection.$from.index(0)),
  });
  useSaving(editor, props);
  useEffect(() => {
    editor?.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  useMarks(editor, props);
  useFirstFocus(editor, props);
  useCursor(editor, props.cursor);
  return (
    <div className="narrative-editor">
      {editor && !readOnly && <EditorTools editor={editor} />}
      <EditorContent
        editor={editor}
        className="paper"
        onClick={(event) => {
          const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null;
          if (mark?.dataset['mark']) onMark?.(mark.dataset['mark'], mark.getBoundingClientRect(), false);
        }}
        onKeyDownCapture={(event) => {
          const mark = event.altKey && event.key === 'Enter' ? markAtCursor(event.currentTarget) : null;
          if (!mark?.dataset['mark']) return;
          event.preventDefault();
          onMark?.(mark.dataset['mark'], mark.getBoundingClientRect(), true);
        }}
      />
    </div>
  );
}
