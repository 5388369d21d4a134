// Screens that lie in files of their own: loaded when first shown, or in a quiet moment before, and then shown at once.
import { type ComponentType, lazy, useState } from 'react';
import { inQuiet } from '../state/quiet.ts';

type Loading = () => Promise<unknown>;

const soon: Loading[] = [];

/**
 * A screen that `load` brings. React shows a waiting sign for 300 ms for whatever is not there yet, so one that people go to from anywhere
 * is loaded ahead.
 */
export function inOwnFile<P extends object>(load: () => Promise<ComponentType<P>>, ahead = true): ComponentType<P> {
  let there: ComponentType<P> | null = null;
  const loaded = async () => ({ default: (there = await load()) });
  const Later: ComponentType<P> = lazy(loaded);
  if (ahead) soon.push(loaded);
  return function OwnFile(props: P) {
    // one and the same for as long as it is shown
    const [Screen] = useState(() => there ?? Later);
    return <Screen {...props} />;
  };
}

/** Loads the screens that people go to from anywhere. */
export const loadAhead = (): void => inQuiet(...soon.splice(0));
