// The panel on the right: 全审, 来源, 上年, 版本.
import { Tabs } from 'antd';
import type { PanelTab } from '../state/place.ts';
import { setState, useStore } from '../state/store.ts';
import { ChecksPanel } from '../panels/checks/checks-panel.tsx';
import { PreviousPanel } from '../panels/previous-panel.tsx';
import { SourcePanel } from '../panels/source-panel.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { VersionsPanel } from '../panels/versions-panel.tsx';

const TABS: readonly { readonly key: PanelTab; readonly label: string }[] = [
  { key: 'checks', label: '全审' },
  { key: 'source', label: '来源' },
  { key: 'previous', label: '上年' },
  { key: 'versions', label: '版本' },
];

export function SidePanel() {
  const panel = useStore((now) => now.panel);
  return (
    <aside className="panel" aria-label="全审与对照">
      <Tabs
        size="small"
        activeKey={panel}
        items={[...TABS]}
        onChange={(key) => {
          const tab = TABS.find((one) => one.key === key);
          if (tab) setState({ panel: tab.key });
        }}
      />
      <ScrollRegion className="panel-body" label={TABS.find(({ key }) => key === panel)?.label ?? ''}>
        {panel === 'checks' && <ChecksPanel />}
        {panel === 'source' && <SourcePanel />}
        {panel === 'previous' && <PreviousPanel />}
        {panel === 'versions' && <VersionsPanel />}
      </ScrollRegion>
    </aside>
  );
}
