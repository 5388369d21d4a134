// The whole window: settings of the components, the frame, and what lies over it.
import {
  CheckCircleFilled,
  CloseCircleFilled,
  CloseOutlined,
  DownOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
} from '@ant-design/icons';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { DropTarget } from './frame/drop-target.tsx';
import { FaultBoundary } from './frame/fault-boundary.tsx';
import { Frame } from './frame/frame.tsx';
import { Messages } from './frame/messages.tsx';
import { Overlays } from './frame/overlays.tsx';
import { useStore } from './state/store.ts';
import { themeFor } from './theme.ts';

/** antd's pictures are read out by their English names otherwise. */
const CLOSING = { closeIcon: <CloseOutlined aria-label="关闭" /> };
const ARROW = { suffixIcon: <DownOutlined aria-hidden /> };
const SIGNS = {
  successIcon: <CheckCircleFilled aria-label="完成" />,
  warningIcon: <ExclamationCircleFilled aria-label="注意" />,
  errorIcon: <CloseCircleFilled aria-label="出错" />,
  infoIcon: <InfoCircleFilled aria-label="提示" />,
};

export function App() {
  const textSize = useStore((now) => now.textSize);
  const theme = useMemo(() => themeFor(textSize), [textSize]);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      modal={CLOSING}
      drawer={CLOSING}
      alert={SIGNS}
      select={ARROW}
      wave={{ disabled: true }}
      virtual={false}
    >
      <AntdApp className="app" message={{ maxCount: 3, top: 12 }}>
        <FaultBoundary>
          <DropTarget>
            <Frame />
          </DropTarget>
          <Overlays />
        </FaultBoundary>
        <Messages />
      </AntdApp>
    </ConfigProvider>
  );
}
