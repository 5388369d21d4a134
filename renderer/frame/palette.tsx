// Ctrl+K: go to any cell, chapter or command by Chinese words or pinyin initials.
import { Modal } from 'antd';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { setState, useStore } from '../state/store.ts';
import { paletteEntries, type PaletteEntry, searchPalette } from '../state/palette-entries.ts';

const GROUPS = { command: '命令', chapter: '章节', cell: '单元格' } as const;

function Option(props: {
  readonly entry: PaletteEntry;
  readonly active: boolean;
  readonly index: number;
  readonly onTake: () => void;
}) {
  const { entry, active, index, onTake } = props;
  return (
    <div
      id={`palette-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      ref={(item) => {
        if (active) item?.scrollIntoView({ block: 'nearest' });
      }}
      onMouseDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <small>{GROUPS[entry.kind]}</small>
      <span>{entry.title}</span>
      {entry.detail && <kbd>{entry.detail}</kbd>}
    </div>
  );
}

export function Palette() {
  const document = useStore((now) => now.document);
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const entries = useMemo(() => paletteEntries(document), [document]);
  const found = useMemo(() => searchPalette(entries, words), [entries, words]);
  const close = (): void => setState({ paletteOpen: false });
  const take = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    close();
    entry.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(found[active]);
    }
  };
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={close}
      width="40rem"
      style={{ top: 70 }}
      title={<span className="palette-title">转到</span>}
    >
      <input
        className="palette-input"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found.length > 0 ? `palette-${active}` : undefined}
        aria-label="单元格、章节或命令"
        autoFocus
        placeholder="输入汉字或拼音首字母，如“新收 总计”“qs”“导出”"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div id="palette-list" className="palette-list" role="listbox" aria-label="结果">
        {found.map((entry, index) => (
          <Option key={entry.id} entry={entry} index={index} active={index === active} onTake={() => take(entry)} />
        ))}
      </div>
      {found.length === 0 && <p className="panel-empty">没有找到。换几个字试试。</p>}
    </Modal>
  );
}
