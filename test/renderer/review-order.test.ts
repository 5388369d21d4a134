// The order that the sign-off screen leads a review in.
import { expect, test } from 'vitest';
import { isDue, nextInOrder, nextStep, type ReviewStep, unrecorded } from '../../renderer/state/review-order.ts';
import type { SignoffStep } from '../../shared/ipc/contract.ts';

const steps = (...kinds: readonly SignoffStep['kind'][]): readonly SignoffStep[] =>
  kinds.map((kind, index) => ({ kind, name: '张三', at: `2026-01-0${index + 1}T08:00:00.000Z`, remark: '' }));
const KINDS = ['submitted', 'remark', 'revised', 'signed'] as const satisfies readonly ReviewStep[];
const due = (now: readonly SignoffStep[]) => KINDS.filter((kind) => isDue(kind, now));

test.each([
  [steps(), ['submitted'], ['送审', '审核意见', '签发']],
  [steps('submitted'), ['submitted', 'remark'], ['审核意见', '签发']],
  [steps('submitted', 'remark'), [...KINDS], ['签发']],
  [steps('submitted', 'remark', 'revised'), [...KINDS], ['签发']],
  [steps('submitted', 'remark', 'signed'), [...KINDS], []],
  // submitted once more: that is reviewed anew
  [steps('submitted', 'remark', 'revised', 'submitted'), ['submitted', 'remark'], ['审核意见', '签发']],
  // the version that was released has a review of its own
  [steps('submitted', 'remark', 'signed', 'finalised', 'unlocked'), ['submitted'], ['送审', '审核意见', '签发']],
])('after %j', (now, kinds, missing) => {
  expect(due(now)).toEqual(kinds);
  expect(unrecorded(now)).toEqual(missing);
});

test.each<readonly [readonly SignoffStep[], ReviewStep]>([
  [steps(), 'submitted'],
  [steps('submitted'), 'remark'],
  [steps('submitted', 'remark'), 'revised'],
  [steps('submitted', 'remark', 'revised'), 'signed'],
  // as a file may have them: the command line takes any order
  [steps('submitted', 'revised'), 'remark'],
  [steps('submitted', 'signed'), 'remark'],
  [steps('signed'), 'submitted'],
])('after %j the form begins with a step that is due', (now, kind) => {
  expect(nextStep(now)).toBe(kind);
  expect(isDue(kind, now)).toBe(true);
});

test('the sentence names what comes next, and says when 定稿 may follow', () => {
  expect(nextInOrder(steps())).toBe('先记录送审，再记录审核意见和签发。');
  expect(nextInOrder(steps('submitted'))).toBe('记录审核意见后，才能记录修改完成和签发。');
  expect(nextInOrder(steps('submitted', 'remark'))).toBe('');
  expect(nextInOrder(steps('submitted', 'remark', 'signed'))).toBe('已签发，可以定稿。');
});
