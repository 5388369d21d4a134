// 表格: one statutory table with its tools. The grid does the editing; this screen brings it the report and takes its edits.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { App } from 'antd';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { TableId } from '../../../shared/editions/types.ts';
import { Grid } from '../../grid/grid.tsx';
import { acceptFigures, editFigures, redo, undo } from '../../state/document-actions.ts';
import { notify } from '../../state/notices.ts';
import { setState, useStore } from '../../state/store.ts';
import { WorkHead } from '../work-head.tsx';
import { confirmPaste } from './confirm-paste.tsx';
import { TableProse } from './table-prose.tsx';
import { TableTools } from './table-tools.tsx';
import './table.css';

export function TableView({ table }: { readonly table: TableId }) {
  const { modal } = App.useApp();
  const document = useStore((now) => now.document);
  const findings = useStore((now) => now.findings);
  const showPrevious = useStore((now) => now.showPrevious);
  const flash = useStore((now) => now.flash);
  const jump = useStore((now) => now.jump);
  if (!document) return null;
  const { report, previous, readOnly } = document;
  const edition = EDITIONS[report.edition];
  const spec = edition.tables.find((one) => one.id === table);
  const chapter = edition.chapters.find((one) => one.key === spec?.chapter);
  if (!spec || !chapter) return null;
  const locked = readOnly || report.status === 'final';
  return (
    <div className="table-view">
      <WorkHead title={chapterHeading(chapter)} note={chapter.rule}>
        <TableTools table={spec} locked={locked} />
      </WorkHead>
      <div className="table-scroll">
        <Grid
          edition={edition}
          table={spec}
          report={report}
          previous={previous}
          findings={findings}
          showPrevious={showPrevious}
          readOnly={locked}
          onEdit={editFigures}
          onAcceptProposed={acceptFigures}
          onUndo={() => void undo()}
          onRedo={() => void redo()}
          onMessage={(text) => notify('warning', text)}
          onSelection={(selection) => setState({ selection })}
          onActive={(activeCell) => setState({ activeCell })}
          flash={flash}
          jumpTo={jump}
          onConfirmPaste={(plan) => confirmPaste(modal, { plan, edition, report })}
        />
      </div>
      <TableProse chapter={spec.chapter} name={chapter.title} locked={locked} />
    </div>
  );
}
