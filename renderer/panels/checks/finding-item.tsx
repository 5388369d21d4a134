// One finding: what does not agree, both figures, its basis, the offered change, and 说明 where the person keeps it as it is.
import { Button } from 'antd';
import { memo, useEffect, useRef } from 'react';
import type { Finding } from '../../../shared/checks/finding.ts';
import { findingKey } from '../../../shared/checks/finding.ts';
import { checkSpec } from '../../../shared/checks/specs.ts';
import { editFigures } from '../../state/document-actions.ts';
import { goToFinding } from '../../state/navigate.ts';
import { isLocked } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { Explanation } from './explanation.tsx';

const STANDING = { official: '格式规定', derived: '勾稽推算', practice: '通行做法' } as const;

const FIGURE = /^(?:-?\d+(?:\.\d+)?|空白?)$/;

/** Only figures are set against each other; words are in the message already. */
const showsSides = ({ left, right, severity, quote }: Finding): boolean =>
  (severity === 'error' || quote !== undefined) && FIGURE.test(left) && FIGURE.test(right);

/** Drawn anew only where it changes: a report may have hundreds. */
export const FindingItem = memo(function FindingItem(props: {
  readonly finding: Finding;
  readonly current: boolean;
  readonly explanation: string;
}) {
  const { finding, current, explanation } = props;
  const item = useRef<HTMLLIElement>(null);
  const locked = useStore((now) => now.document === null || isLocked(now.document));
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const spec = checkSpec(finding.rule);
  const { suggestion } = finding;
  return (
    <li
      ref={item}
      className={`finding is-${finding.severity}${current ? ' is-current' : ''}${explanation ? ' is-explained' : ''}`}
    >
      <button
        type="button"
        className="finding-go"
        aria-current={current || undefined}
        onClick={() => goToFinding(finding)}
      >
        <span className="finding-name">
          {spec?.name ?? finding.rule}
          {explanation && <em>已说明</em>}
        </span>
        <span className="finding-message">{finding.message}</span>
        {finding.quote && <q className="finding-quote">{finding.quote}</q>}
        {showsSides(finding) && (
          <span className="finding-sides">
            <b>{finding.left}</b>
            <i aria-label="不等于">≠</i>
            <b>{finding.right}</b>
          </span>
        )}
      </button>
      {current && (
        <div className="finding-more">
          {spec && (
            <p className="finding-basis">
              依据（{STANDING[spec.standing]}）：{spec.basis}
            </p>
          )}
          {suggestion && !locked && (
            <Button
              size="small"
              className="finding-take"
              onClick={() =>
                editFigures(
                  suggestion.set.map(({ cell, value }) => ({ cell, text: value })),
                  'typed',
                )
              }
            >
              采纳建议：{suggestion.label}
            </Button>
          )}
          {finding.severity === 'warning' && (
            <Explanation findingKey={findingKey(finding)} text={explanation} locked={locked} />
          )}
        </div>
      )}
    </li>
  );
});
