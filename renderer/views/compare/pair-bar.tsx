// Two small bars, last year above this year, drawn to the square root so that small figures can still be seen.
const WIDTH = 96;

const length = (value: number, largest: number): number =>
  value === 0 ? 0 : Math.max(1, Math.sqrt(Math.abs(value) / largest) * WIDTH);

export function PairBar({
  last,
  now,
  largest,
}: {
  readonly last: number;
  readonly now: number;
  readonly largest: number;
}) {
  return (
    <svg className="pair-bar" viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height="14" aria-hidden>
      <rect y="1" height="5" width={length(last, largest)} className="is-last" />
      <rect y="8" height="5" width={length(now, largest)} className="is-now" />
    </svg>
  );
}
