// Shows the notices of the store as messages, and reads them out. What went wrong stays long enough to be read, and can be put away.
import {
  CheckCircleFilled,
  CloseCircleFilled,
  CloseOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
} from '@ant-design/icons';
import { App } from 'antd';
import { useEffect } from 'react';
import { noticeShown } from '../state/notices.ts';
import { useStore } from '../state/store.ts';

/** Said by the text, so the picture is not read out. */
const ICONS = {
  info: <InfoCircleFilled aria-hidden />,
  success: <CheckCircleFilled aria-hidden />,
  warning: <ExclamationCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
} as const;

const SECONDS = { info: 4, success: 3, warning: 9, error: 20 } as const;

export function Messages() {
  const { message } = App.useApp();
  const notices = useStore((now) => now.notices);
  useEffect(() => {
    for (const { id, kind, text } of notices) {
      const key = `${kind}/${text}`; // the same again takes the place of the first
      const stays = kind === 'error' || kind === 'warning';
      void message.open({
        key,
        type: kind,
        icon: ICONS[kind],
        duration: SECONDS[kind],
        content: stays ? (
          <>
            {text}
            <button
              type="button"
              className="notice-close"
              aria-label="关闭这条消息"
              onClick={() => message.destroy(key)}
            >
              <CloseOutlined aria-hidden />
            </button>
          </>
        ) : (
          text
        ),
      });
      noticeShown(id);
    }
  }, [notices, message]);
  return null;
}
