// Two moments side by side: figures with what they were and became, sentences that went and came.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { MomentDifference } from '../../state/compare-moments.ts';
import { goToCell } from '../../state/navigate.ts';
import { useStore } from '../../state/store.ts';

const SHOWN = 300;

export function Difference({ difference }: { readonly difference: MomentDifference }) {
  const edition = useStore((now) => now.document && EDITIONS[now.document.report.edition]);
  if (!edition) return null;
  const { fields, cells, prose } = difference;
  if (fields.length + cells.length + prose.length === 0) return <p className="moment-none">数字和文字没有不同。</p>;
  const pairs = [
    ...fields.map(({ name, before, after }) => ({ key: name, name: <>{name}</>, before, after })),
    ...cells.slice(0, SHOWN).map(({ cell, before, after }) => ({
      key: cell,
      name: (
        <button type="button" className="link" onClick={() => goToCell(cell)}>
          {cellLabel(edition, cell)}
        </button>
      ),
      before,
      after,
    })),
  ];
  const nameOf = (key: string): string => {
    const chapter = edition.chapters.find((one) => one.key === key);
    return chapter ? chapterHeading(chapter) : '引言';
  };
  return (
    <>
      {pairs.length > 0 && (
        <table className="moment-pairs">
          <thead>
            <tr>
              <th scope="col">{cells.length > 0 ? `表格（${cells.length} 格）` : '项目'}</th>
              <th scope="col">原来</th>
              <th scope="col">后来</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ key, name, before, after }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cells.length > SHOWN && <p>……共 {cells.length} 格</p>}
      {prose.map(({ chapter, removed, added }) => (
        <div key={chapter} className="moment-prose">
          <h3>{nameOf(chapter)}</h3>
          {removed.length + added.length === 0 && <p>只改了分段或样式。</p>}
          {removed.map((sentence, index) => (
            <p key={`${index}/${sentence}`}>
              <del>{sentence}</del>
            </p>
          ))}
          {added.map((sentence, index) => (
            <p key={`${index}/${sentence}`}>
              <ins>{sentence}</ins>
            </p>
          ))}
        </div>
      ))}
    </>
  );
}
