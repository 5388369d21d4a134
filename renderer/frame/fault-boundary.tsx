// What a person sees where a part of the window could not be drawn: the rest stays usable, and nothing goes blank without a word.
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';

export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="fault" role="alert">
        <h2>这一部分没有显示出来</h2>
        <p>程序内部出错，已保存的内容不受影响。请重新载入窗口；仍不行时请退出程序后重新打开。</p>
        {/* the document is open in the engine and is shown again */}
        <Button type="primary" onClick={() => window.location.reload()}>
          重新载入窗口
        </Button>
      </div>
    );
  }
}
