// A row of tabs for what is shown below it. Arrows go along it, as ARIA has it; antd's own reads out “Tab 1 of 4”.
import { type KeyboardEvent, useRef } from 'react';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

export function TabBar<Key extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly active: Key;
  readonly onChange: (key: Key) => void;
}) {
  const { label, tabs, active, onChange } = props;
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex(({ key }) => key === active);
    const next = Math.min(Math.max(at + step, 0), tabs.length - 1);
    const tab = tabs[next];
    if (!tab) return;
    onChange(tab.key);
    bar.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div ref={bar} role="tablist" aria-label={label} className="tab-bar">
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          aria-selected={tab.key === active}
          tabIndex={tab.key === active ? 0 : -1}
          onClick={() => onChange(tab.key)}
          onKeyDown={onKeyDown}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
