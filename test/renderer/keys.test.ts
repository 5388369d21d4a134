// Keys, text sizes, the groups of the checks panel and the words for times and sizes.
import { expect, test } from 'vitest';
import { groupFindings } from '../../renderer/panels/checks/group-findings.ts';
import { COMMANDS } from '../../renderer/state/commands.ts';
import { keyName } from '../../renderer/state/keys.ts';
import { readTextSize, stepTextSize } from '../../renderer/state/text-size.ts';
import { byteSize, clock, fileName } from '../../renderer/state/words.ts';
import type { Finding } from '../../shared/checks/finding.ts';

const press = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
): string => keyName({ key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...more });

test('keys are named as they are shown', () => {
  expect(press('s', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+S');
  expect(press('F4', { shiftKey: true })).toBe('Shift+F4');
  expect(press('+', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+=');
  expect(press('g', { ctrlKey: true })).toBe('Ctrl+K');
});

test('no two commands have the same keys', () => {
  const keys = COMMANDS.flatMap((command) => command.keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test('text sizes stay between 90 and 150 %, and a foreign value is 100', () => {
  expect(stepTextSize(90, -1)).toBe(90);
  expect(stepTextSize(100, 1)).toBe(110);
  expect(stepTextSize(150, 1)).toBe(150);
  expect(readTextSize('125')).toBe(125);
  expect(readTextSize('1000')).toBe(100);
  expect(readTextSize(null)).toBe(100);
});

test('findings stand in their groups: errors, warnings, comparisons with last year, hints', () => {
  const finding = (rule: string, severity: Finding['severity']): Finding => ({
    rule,
    severity,
    cells: [],
    left: '',
    right: '',
    message: rule,
  });
  const groups = groupFindings([
    finding('W-TYPO', 'hint'),
    finding('X-JUMP', 'warning'),
    finding('X-CARRY', 'error'),
    finding('N-TABLE', 'warning'),
  ]);
  expect(groups.map(({ kind, findings }) => [kind, findings.map(({ rule }) => rule)])).toEqual([
    ['error', ['X-CARRY']],
    ['warning', ['N-TABLE']],
    ['year', ['X-JUMP']],
    ['hint', ['W-TYPO']],
  ]);
});

test('a time of today is shown as hours, another one with its date', () => {
  const now = new Date(2026, 0, 12, 15, 0);
  expect(clock(new Date(2026, 0, 12, 9, 5).toISOString(), now)).toBe('09:05');
  expect(clock(new Date(2026, 0, 11, 9, 5).toISOString(), now)).toBe('1月11日 09:05');
  expect(clock('not a time')).toBe('');
});

test('sizes and file names read as a person says them', () => {
  expect(byteSize(900)).toBe('900 字节');
  expect(byteSize(1_300_000)).toBe('1.2 MB');
  expect(fileName('D:\\年报\\2025.nianbao')).toBe('2025.nianbao');
  expect(fileName('/home/a/2025.nianbao')).toBe('2025.nianbao');
});
