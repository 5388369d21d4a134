// What is left to do, most pressing first; each line goes to its place.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { goToCell, goToFinding, go, placeOfChapter } from '../../state/navigate.ts';
import type { OutlineEntry } from '../../state/outline.ts';
import { blankCells, proposedCells } from '../../state/selectors.ts';
import { setState, useStore } from '../../state/store.ts';

interface Todo {
  readonly text: string;
  readonly kind: 'error' | 'warning' | 'plain';
  readonly run: () => void;
}

function todosOf(entries: readonly OutlineEntry[], proposed: ReturnType<typeof proposedCells>): readonly Todo[] {
  const [first] = proposed;
  return [
    ...entries
      .filter(({ errors, state }) => errors > 0 && state !== 'empty')
      .map(
        (entry): Todo => ({
          text: `${chapterHeading(entry)}：改正 ${entry.errors} 个错误`,
          kind: 'error',
          run: () => entry.due && goToFinding(entry.due),
        }),
      ),
    ...(first
      ? [
          {
            text: `核对并采用上年结转 ${proposed.length} 格`,
            kind: 'warning' as const,
            run: () => goToCell(first, proposed),
          },
        ]
      : []),
    ...entries
      .filter(({ state, table }) => state === 'empty' && !table)
      .map(
        (entry): Todo => ({
          text: `撰写${chapterHeading(entry)}`,
          kind: 'plain',
          run: () => go(placeOfChapter(entry.chapter)),
        }),
      ),
    ...entries
      .filter(({ errors, warnings, state }) => errors === 0 && warnings > 0 && state !== 'empty')
      .map(
        (entry): Todo => ({
          text: `${chapterHeading(entry)}：核实 ${entry.warnings} 条提示，改正或写说明`,
          kind: 'warning',
          run: () => entry.due && goToFinding(entry.due),
        }),
      ),
  ];
}

export function TodoList({ entries }: { readonly entries: readonly OutlineEntry[] }) {
  const report = useStore((now) => now.document?.report);
  if (!report) return null;
  const blanks = entries.flatMap(({ table }) => (table ? [{ table, cells: blankCells(report, [table]) }] : []));
  const todos: readonly Todo[] = [
    ...todosOf(entries, proposedCells(report)),
    ...blanks.flatMap(({ table, cells }): Todo[] => {
      const [cell] = cells;
      if (!cell) return [];
      return [{ text: `${table.name}还有 ${cells.length} 格空白`, kind: 'plain', run: () => goToCell(cell) }];
    }),
  ];
  return (
    <section aria-labelledby="todo-title" className="todo">
      <h2 id="todo-title">还要做的</h2>
      {todos.length === 0 ? (
        <p className="todo-none">
          {report.status === 'final' ? '已定稿，可以导出正式文件。' : '填报已完成，可以预览、送审。'}
        </p>
      ) : (
        <ul>
          {todos.map((todo) => (
            <li key={todo.text} className={`is-${todo.kind}`}>
              <button type="button" onClick={todo.run}>
                {todo.text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {blanks.some(({ cells }) => cells.length > 0) && (
        <button type="button" className="link" onClick={() => setState({ dialog: 'fill-zero' })}>
          没有数的格一键填 0…
        </button>
      )}
    </section>
  );
}
