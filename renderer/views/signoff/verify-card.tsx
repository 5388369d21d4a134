// 核验: whether the file and what was exported from it are still as they were written, before they go to the superior organ.
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Verified } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { valueOf } from '../../state/notices.ts';

export function VerifyCard() {
  const [found, setFound] = useState<Verified | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = async (): Promise<void> => {
    setBusy(true);
    setFound(valueOf(await request('document:verify')) ?? null);
    setBusy(false);
  };
  return (
    <section className="signoff-card" aria-labelledby="verify-title">
      <h2 id="verify-title">核验</h2>
      <p>检查定稿以后年报文件和导出的文件有没有被改动。</p>
      <Button loading={busy} onClick={() => void verify()}>
        核验
      </Button>
      {found && (
        <Alert
          role="status"
          type={found.ok ? 'success' : 'error'}
          showIcon
          message={found.lines.map((line) => <p key={line}>{line}</p>)}
        />
      )}
    </section>
  );
}
