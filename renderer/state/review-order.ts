// The order of a review as offices keep it: 送审, then 审核意见, then 签发. It leads the window; the file takes any order, as on paper.
import type { SignoffStep } from '../../shared/ipc/contract.ts';

export type ReviewStep = Exclude<SignoffStep['kind'], 'finalised' | 'unlocked'>;

const NEEDS = { submitted: null, remark: 'submitted', revised: 'remark', signed: 'remark' } as const satisfies Record<
  ReviewStep,
  ReviewStep | null
>;

/** The steps since the report was last submitted: a new 送审 asks for a new review. What was before a 解除定稿 is over. */
function thisRound(steps: readonly SignoffStep[]): readonly SignoffStep[] {
  const now = steps.slice(steps.findLastIndex(({ kind }) => kind === 'unlocked') + 1);
  return now.slice(
    Math.max(
      now.findLastIndex(({ kind }) => kind === 'submitted'),
      0,
    ),
  );
}

/** Whether a step can be recorded now. */
export function isDue(kind: ReviewStep, steps: readonly SignoffStep[]): boolean {
  const needed = NEEDS[kind];
  return needed === null || thisRound(steps).some((step) => step.kind === needed);
}

const AFTER = {
  submitted: 'remark',
  remark: 'revised',
  revised: 'signed',
  signed: 'signed',
  finalised: 'submitted',
  unlocked: 'submitted',
} as const satisfies Record<SignoffStep['kind'], ReviewStep>;

/** The step that is proposed: what usually follows the last one, or what that still needs. */
export function nextStep(steps: readonly SignoffStep[]): ReviewStep {
  const usual = AFTER[steps.at(-1)?.kind ?? 'unlocked'];
  return [usual, 'remark' as const].find((kind) => isDue(kind, steps)) ?? 'submitted';
}

const ROUND = [
  ['submitted', '送审'],
  ['remark', '审核意见'],
  ['signed', '签发'],
] as const;

/** What is not recorded of the way to 定稿, in its order. */
export const unrecorded = (steps: readonly SignoffStep[]): readonly string[] =>
  ROUND.flatMap(([kind, name]) => (thisRound(steps).some((step) => step.kind === kind) ? [] : [name]));

/** What comes next, for the person who records it. */
export function nextInOrder(steps: readonly SignoffStep[]): string {
  const [first] = unrecorded(steps);
  if (first === '送审') return '先记录送审，再记录审核意见和签发。';
  if (first === '审核意见') return '记录审核意见后，才能记录修改完成和签发。';
  return first === undefined ? '已签发，可以定稿。' : '';
}
