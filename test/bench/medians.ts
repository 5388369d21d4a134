// Median times of several works that take turns, so that a busy moment of the machine strikes all of them alike.

const ROUNDS = 9;

/** Median time of each work in milliseconds; every work is run once before, unmeasured. */
export async function medians(
  works: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (const work of Object.values(works)) await work(); // warm
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const began = performance.now();
      await work();
      (times[name] ??= []).push(performance.now() - began);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [name, all.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0]),
  );
}

export const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;
export const ratio = (time: number, baseline: number): string => `${(time / baseline).toFixed(1)}x`;
