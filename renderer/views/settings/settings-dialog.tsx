// 设置: who works here, the size of the text, the faces that this computer has, and where the program keeps its own files.
import { Input, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { focusOnOpen } from '../../frame/focus-on-open.ts';
import { request } from '../../state/desktop.ts';
import { type FaceState, faceStates } from '../../state/installed-fonts.ts';
import { valueOf } from '../../state/notices.ts';
import { setState, useStore } from '../../state/store.ts';
import { TEXT_SIZES, type TextSize } from '../../state/text-size.ts';
import { DataFolder } from './data-folder.tsx';
import './settings.css';

function Faces() {
  const [faces, setFaces] = useState<readonly FaceState[]>([]);
  useEffect(() => {
    void faceStates().then(setFaces);
  }, []);
  return (
    <ul className="settings-faces">
      {faces.map(({ role, name, installed }) => (
        <li key={role} className={installed ? 'is-installed' : ''}>
          {name}
          <small>{installed ? '已安装' : '未安装，用随附字体'}</small>
        </li>
      ))}
    </ul>
  );
}

export function SettingsDialog() {
  const settings = useStore((now) => now.settings);
  const textSize = useStore((now) => now.textSize);
  const [name, setName] = useState(settings.name);
  const close = (): void => setState({ dialog: null });
  const save = async (): Promise<void> => {
    const written = name.trim() === settings.name ? settings : valueOf(await request('settings:write', name.trim()));
    if (!written) return;
    setState({ settings: written });
    close();
  };
  return (
    <Modal
      open
      title="设置"
      okText="确定"
      cancelText="取消"
      onOk={() => void save()}
      onCancel={close}
      afterOpenChange={focusOnOpen('settings-name')}
      width="42rem"
    >
      <form
        className="settings"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor="settings-name">姓名</label>
        <div>
          <Input
            id="settings-name"
            value={name}
            maxLength={50}
            placeholder={settings.account}
            onChange={(event) => setName(event.target.value)}
          />
          <p>记入版本与历史，送审时作为拟稿人；不填则用本机账户名。</p>
        </div>
        <span id="settings-size">文字大小</span>
        <Radio.Group
          value={textSize}
          aria-labelledby="settings-size"
          options={TEXT_SIZES.map((size) => ({ value: size, label: `${size}%` }))}
          onChange={({ target }) => setState({ textSize: target.value as TextSize })} // one of the options
        />
        <span>公文字体</span>
        <div>
          <Faces />
          <p>打印和 PDF 优先用已安装的字体。要用规范字体，请单位管理员装好后重新打开本程序。</p>
        </div>
        <DataFolder />
      </form>
    </Modal>
  );
}
