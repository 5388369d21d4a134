// 送审与定稿.
import { WorkHead } from '../work-head.tsx';

export function SignoffView() {
  return <WorkHead title="送审与定稿" note={undefined} />;
}
