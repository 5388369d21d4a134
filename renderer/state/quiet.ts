// Work for moments in which the window has nothing else to do: one piece after another, so that a key never waits for more than one.

const works: (() => unknown)[] = [];
let running = false;

/** Has the work done in a quiet moment; of one that fails nothing is said, because whoever needs it does it then. */
export function inQuiet(...more: readonly (() => unknown)[]): void {
  works.push(...more);
  if (!running) next();
}

function next(): void {
  running = works.length > 0;
  if (!running) return;
  requestIdleCallback(() => {
    const work = works.shift();
    void Promise.resolve()
      .then(() => work?.())
      .then(next, next);
  });
}
