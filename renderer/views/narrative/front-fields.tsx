// The organ's full name and the title of the report; kept on leaving the field.
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { formTitle } from '../../../shared/editions/empty-report.ts';
import { editField } from '../../state/document-actions.ts';
import { registerDraft } from '../../state/drafts.ts';
import { useStore } from '../../state/store.ts';

function Field(props: {
  readonly id: 'organ' | 'title';
  readonly name: string;
  readonly value: string;
  readonly locked: boolean;
}) {
  const { id, name, value, locked } = props;
  const [draft, setDraft] = useState(value);
  useEffect(() => {
    if (draft.trim() === value || draft.trim() === '') return;
    return registerDraft(() => editField(id, draft.trim()));
  }, [draft, id, value]);
  return (
    <>
      <label htmlFor={`front-${id}`}>{name}</label>
      <Input
        id={`front-${id}`}
        value={draft}
        disabled={locked}
        onChange={(event) => setDraft(event.target.value)}
        onPressEnter={(event) => event.currentTarget.blur()}
        onBlur={() => {
          if (draft.trim() === '') setDraft(value);
          else if (draft.trim() !== value) editField(id, draft.trim());
        }}
      />
    </>
  );
}

export function FrontFields({ locked }: { readonly locked: boolean }) {
  const report = useStore((now) => now.document?.report);
  if (!report) return null;
  const prescribed = formTitle(report.organ, report.year);
  return (
    <div className="fields front-fields">
      <Field key={report.organ} id="organ" name="机关全称" value={report.organ} locked={locked} />
      <Field key={report.title} id="title" name="报告标题" value={report.title} locked={locked} />
      {report.title !== prescribed && !locked && (
        <p className="fields-note">
          按格式应为“{prescribed}”
          <Button type="link" size="small" onClick={() => editField('title', prescribed)}>
            改为此标题
          </Button>
        </p>
      )}
    </div>
  );
}
