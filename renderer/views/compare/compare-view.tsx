// 与上年对照.
import { WorkHead } from '../work-head.tsx';

export function CompareView() {
  return <WorkHead title="与上年对照" note={undefined} />;
}
