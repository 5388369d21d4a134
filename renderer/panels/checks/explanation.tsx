// 说明: why a warning stays as it is. Kept on leaving the field, like every text.
import { Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { explain } from '../../state/document-actions.ts';
import { registerDraft } from '../../state/drafts.ts';

export function Explanation(props: { readonly findingKey: string; readonly text: string; readonly locked: boolean }) {
  const { findingKey, text, locked } = props;
  const [draft, setDraft] = useState(text);
  const id = useId();
  const latest = useRef({ draft, text });
  useEffect(() => {
    latest.current = { draft, text };
  });
  useEffect(() => {
    const send = (): void => {
      if (latest.current.draft.trim() !== latest.current.text) void explain(findingKey, latest.current.draft.trim());
    };
    const unregister = registerDraft(send);
    return () => {
      unregister();
      send();
    };
  }, [findingKey]);
  return (
    <div className="explanation">
      <label htmlFor={id}>说明（情况属实、不需修改时填写）</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        disabled={locked}
        value={draft}
        maxLength={1000}
        placeholder="如：已与业务科室核实，情况属实"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (draft.trim() !== text) void explain(findingKey, draft.trim());
        }}
      />
    </div>
  );
}
