// 数据文件夹: where dated copies lie, and the change to another folder. The present copies are taken along, and stay where they were.
import { Button } from 'antd';
import { useState } from 'react';
import { request } from '../../state/desktop.ts';
import { notify, valueOf } from '../../state/notices.ts';
import { setState, useStore } from '../../state/store.ts';

const show = (folder: 'backups' | 'program' | 'logs'): void => void request('folder:open', folder).then(valueOf);

export function DataFolder() {
  const settings = useStore((now) => now.settings);
  const [moving, setMoving] = useState(false);
  const move = async (where: 'chosen' | 'standard'): Promise<void> => {
    setMoving(true);
    const moved = valueOf(await request('data-folder:move', where));
    setMoving(false);
    if (!moved) return;
    setState({ settings: moved.settings });
    const stayed = moved.unread > 0 ? `；另有 ${moved.unread} 份读不出，留在原处` : '';
    const came = moved.copied > 0 ? `，复制了 ${moved.copied} 份备份` : '';
    notify(moved.unread > 0 ? 'warning' : 'success', `数据文件夹已更改${came}${stayed}。`);
  };
  return (
    <>
      <span>数据文件夹</span>
      <div>
        <p className="settings-folder">{settings.dataFolder}</p>
        {settings.missingFolder !== null && (
          <p className="settings-missing">
            原来选的“{settings.missingFolder}”找不到，备份暂存在上面的默认位置。接好磁盘后重新打开本程序，或另选文件夹。
          </p>
        )}
        <Button size="small" onClick={() => show('backups')}>
          打开备份
        </Button>
        <Button size="small" loading={moving} onClick={() => void move('chosen')}>
          更改…
        </Button>
        {(!settings.standardFolder || settings.missingFolder !== null) && (
          <Button size="small" disabled={moving} onClick={() => void move('standard')}>
            改回默认
          </Button>
        )}
        <p>年报的自动备份。更改时先把已有的备份复制过去并核对，原处的不删除。</p>
      </div>
      <span>程序文件夹</span>
      <div>
        <p className="settings-folder">{settings.programFolder}</p>
        <Button size="small" onClick={() => show('program')}>
          打开文件夹
        </Button>
        <Button size="small" onClick={() => show('logs')}>
          打开日志
        </Button>
        <p>最近打开的列表、设置和日志。年报在您保存的位置，不在这里。</p>
      </div>
    </>
  );
}
