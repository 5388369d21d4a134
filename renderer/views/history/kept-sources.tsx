// The files that were imported, kept inside the document: a copy opens with the system's program.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { KeptSource } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { valueOf } from '../../state/notices.ts';
import { byteSize } from '../../state/words.ts';
import './kept.css';

export function KeptSources() {
  const [sources, setSources] = useState<readonly KeptSource[]>([]);
  useEffect(() => {
    void request('source:list').then((reply) => setSources(valueOf(reply) ?? []));
  }, []);
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">留存的来源文件</h2>
      <ul className="kept">
        {sources.map((source) => (
          <li key={source.id}>
            <span>{source.name}</span>
            <small>{byteSize(source.bytes)}</small>
            <Button size="small" onClick={() => void request('source:open', source.id).then(valueOf)}>
              打开副本
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
