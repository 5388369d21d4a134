// Paths drawn on a page of a PDF -> straight lines along the axes: borders, and lines through or under text.

export type Matrix = readonly [number, number, number, number, number, number];

/** A straight line along one axis; `at` is its position on the other. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Borders are drawn as lines or as thin filled rectangles. */
const THIN = 2.5;

/** Commands inside a path, as the library packs them. */
const PATH = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;

export function pathRules(list: readonly unknown[], ops: Readonly<Record<string, number>>, matrix: Matrix): Rule[] {
  const paint = list[0];
  const packed: unknown = Array.isArray(list[1]) ? list[1][0] : null;
  if (paint === ops['endPath'] || !(packed instanceof Float32Array)) return [];
  const outlines = outlinesOf(packed, matrix);
  const filled = paint === ops['fill'] || paint === ops['eoFill'];
  return outlines.flatMap((points) => (filled ? filledRule(points) : strokedRules(points)));
}

type Point = readonly [number, number];

function outlinesOf(packed: Float32Array, matrix: Matrix): Point[][] {
  const outlines: Point[][] = [];
  let current: Point[] = [];
  const point = (at: number): Point => {
    const x = packed[at] ?? 0;
    const y = packed[at + 1] ?? 0;
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let at = 0; at < packed.length; ) {
    switch (packed[at] ?? PATH.close) {
      case PATH.move:
        current = [point(at + 1)];
        outlines.push(current);
        at += 3;
        break;
      case PATH.line:
        current.push(point(at + 1));
        at += 3;
        break;
      case PATH.curve:
        current = []; // a curve is no border
        at += 7;
        break;
      case PATH.quadratic:
        current = [];
        at += 5;
        break;
      default:
        if (current[0]) current.push(current[0]);
        at += 1;
    }
  }
  return outlines;
}

function filledRule(points: readonly Point[]): Rule[] {
  if (points.length < 4) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (top - bottom <= THIN && right - left > THIN)
    return [{ direction: 'horizontal', at: (top + bottom) / 2, from: left, to: right }];
  if (right - left <= THIN && top - bottom > THIN)
    return [{ direction: 'vertical', at: (left + right) / 2, from: bottom, to: top }];
  return [];
}

function strokedRules(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((end, index): Rule[] => {
    const start = points[index] ?? end;
    const [width, height] = [Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])];
    if (height < 0.5 && width > 1) {
      return [
        {
          direction: 'horizontal',
          at: (start[1] + end[1]) / 2,
          from: Math.min(start[0], end[0]),
          to: Math.max(start[0], end[0]),
        },
      ];
    }
    if (width < 0.5 && height > 1) {
      return [
        {
          direction: 'vertical',
          at: (start[0] + end[0]) / 2,
          from: Math.min(start[1], end[1]),
          to: Math.max(start[1], end[1]),
        },
      ];
    }
    return [];
  });
}
