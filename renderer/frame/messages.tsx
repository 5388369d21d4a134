// Shows the notices of the store as messages, and reads them out.
import { App } from 'antd';
import { useEffect } from 'react';
import { noticeShown } from '../state/notices.ts';
import { useStore } from '../state/store.ts';

const SECONDS = { info: 3, success: 3, warning: 6, error: 9 } as const;

export function Messages() {
  const { message } = App.useApp();
  const notices = useStore((now) => now.notices);
  useEffect(() => {
    for (const { id, kind, text } of notices) {
      void message.open({ type: kind, content: text, duration: SECONDS[kind] });
      noticeShown(id);
    }
  }, [notices, message]);
  return null;
}
