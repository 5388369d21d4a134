// 装入上年数据.
import { WorkHead } from '../work-head.tsx';

export function ImportView() {
  return <WorkHead title="装入上年数据" note={undefined} />;
}
