// A share of a whole as a small bar; the figure itself stands beside it.
const WIDTH = 96;

export function ShareBar({ percent }: { readonly percent: number }) {
  return (
    <svg className="pair-bar" viewBox={`0 0 ${WIDTH} 8`} width={WIDTH} height="8" aria-hidden>
      <rect width={WIDTH} height="8" className="is-whole" />
      <rect width={(percent * WIDTH) / 100} height="8" className="is-now" />
    </svg>
  );
}
