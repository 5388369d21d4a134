// A question to the person before something is given up; shown by frame/question.tsx. The safe answer is the one that has the focus.
import { setState, state } from './store.ts';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it, and the one that leaves everything as it is. */
  readonly yes: string;
  readonly no: string;
}

let waiting: ((yes: boolean) => void) | null = null;

/** True when the person says so. A second question takes the place of the first, which counts as “no”. */
export function confirmed(question: Question): Promise<boolean> {
  answer(false);
  setState({ question });
  return new Promise((done) => {
    waiting = done;
  });
}

export function answer(yes: boolean): void {
  const done = waiting;
  waiting = null;
  if (state().question) setState({ question: null });
  done?.(yes);
}
