// 打印预览.
import { WorkHead } from '../work-head.tsx';

export function PreviewView() {
  return <WorkHead title="打印预览" note={undefined} />;
}
