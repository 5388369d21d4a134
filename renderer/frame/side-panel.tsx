// The panel on the right: 全审, 来源, 上年, 版本.
import type { PanelTab } from '../state/place.ts';
import { setState, useStore } from '../state/store.ts';
import { ChecksPanel } from '../panels/checks/checks-panel.tsx';
import { PreviousPanel } from '../panels/previous-panel.tsx';
import { SourcePanel } from '../panels/source-panel.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { type Tab, TabBar } from './tab-bar.tsx';
import { VersionsPanel } from '../panels/versions-panel.tsx';

const TABS: readonly Tab<PanelTab>[] = [
  { key: 'checks', label: '全审' },
  { key: 'source', label: '来源' },
  { key: 'previous', label: '上年' },
  { key: 'versions', label: '版本' },
];

export function SidePanel() {
  const panel = useStore((now) => now.panel);
  return (
    <aside className="panel" aria-label="全审与对照">
      <TabBar label="右侧面板" tabs={TABS} active={panel} onChange={(key) => setState({ panel: key })} />
      <ScrollRegion className="panel-body" label={TABS.find(({ key }) => key === panel)?.label ?? ''}>
        {panel === 'checks' && <ChecksPanel />}
        {panel === 'source' && <SourcePanel />}
        {panel === 'previous' && <PreviousPanel />}
        {panel === 'versions' && <VersionsPanel />}
      </ScrollRegion>
    </aside>
  );
}
