// The text beside a table while it is open.
import type { ChapterDoc } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import { NarrativeEditor } from '../../editor/narrative-editor.tsx';
import { editChapter } from '../../state/document-actions.ts';
import { useProseMarks } from '../narrative/use-prose-marks.ts';

interface Props {
  readonly chapter: ChapterKey;
  readonly name: string;
  readonly locked: boolean;
  readonly doc: ChapterDoc;
}

/** Only an open text reads the prose for its underlines: typing in the table does not pay for a folded one. */
export function OpenProse({ chapter, name, locked, doc }: Props) {
  const { marks } = useProseMarks(chapter, null);
  return (
    <NarrativeEditor
      label={`${name}的文字`}
      doc={doc}
      readOnly={locked}
      marks={marks}
      onSave={(next) => void editChapter(chapter, next)}
    />
  );
}
