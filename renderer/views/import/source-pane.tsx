// The source as it was read, block by block; the row of the chosen figure is lit and scrolled to.
import { memo, useEffect, useRef } from 'react';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import type { CellOrigin } from '../../../shared/import/proposal.ts';
import type { RawBlock } from '../../../shared/import/raw-document.ts';
import { readFigure } from '../../../shared/model/number-cell.ts';

const isFigure = (text: string): boolean => readFigure(text, 'amount').state === 'number';

interface BlockProps {
  readonly block: RawBlock;
  readonly row: number | null;
  /** Takes a figure of the source into the chosen cell of the form. */
  readonly onTake: ((text: string) => void) | null;
}

const Block = memo(function Block({ block, row, onTake }: BlockProps) {
  const lit = row === null ? '' : 'is-lit';
  if (block.kind === 'heading') return <p className={`raw-heading ${lit}`}>{block.text}</p>;
  if (block.kind === 'paragraph') return <p className={`raw-paragraph ${lit}`}>{block.text}</p>;
  return (
    <div className="raw-table">
      <table>
        <tbody>
          {block.rows.map((cells, index) => (
            <tr key={index} className={index === row ? 'is-lit' : ''}>
              {cells.map((cell, at) => (
                <td key={at} colSpan={cell.colspan ?? 1} rowSpan={cell.rowspan ?? 1} title={cell.place}>
                  {onTake && isFigure(cell.text) ? (
                    <button type="button" className="take-figure" onClick={() => onTake(cell.text.trim())}>
                      {cell.text}
                    </button>
                  ) : (
                    cell.text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** The block and row that a figure stands in: by the place of its cell, else as the reading says. */
function standing(blocks: readonly RawBlock[], origin: CellOrigin): { readonly block: number; readonly row: number } {
  for (const [index, block] of blocks.entries()) {
    const row = block.kind === 'table' ? block.rows.findIndex((cells) => cells.some(isAt(origin.place))) : -1;
    if (row >= 0) return { block: index, row };
  }
  return { block: origin.block, row: origin.row ?? 0 };
}

const isAt =
  (place: string) =>
  (cell: { readonly place: string }): boolean =>
    cell.place === place;

export function SourcePane(props: {
  readonly blocks: readonly RawBlock[];
  readonly origin: CellOrigin | null;
  /** The first figure of the table on the left: shown when that table is chosen. */
  readonly from: CellOrigin | null;
  readonly onTake: BlockProps['onTake'];
}) {
  const { blocks, origin, from, onTake } = props;
  const lit = origin && standing(blocks, origin);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (origin) pane.current?.querySelector('.is-lit')?.scrollIntoView({ block: 'center' });
  }, [origin]);
  useEffect(() => {
    if (!from) return;
    const { block, row } = standing(blocks, from);
    const place = pane.current?.querySelector(`[data-block="${block}"]`);
    (place?.querySelectorAll('tr')[row] ?? place)?.scrollIntoView({ block: 'center' });
  }, [blocks, from]);
  return (
    <ScrollRegion ref={pane} className="source-pane" label="来源文件的内容">
      {blocks.length === 0 && <p className="panel-empty">本程序的年报文件，原样带入，不需识别。</p>}
      {blocks.map((block, index) => (
        <div key={index} data-block={index}>
          <Block block={block} row={lit?.block === index ? lit.row : null} onTake={onTake} />
        </div>
      ))}
    </ScrollRegion>
  );
}
