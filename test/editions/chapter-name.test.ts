// Chapters are called by one rule everywhere: as the form prints them, and by number in messages.
import { expect, test } from 'vitest';
import { chapterHeading, chapterName, chapterNumber } from '../../shared/editions/chapter-name.ts';
import { EDITIONS } from '../../shared/editions/index.ts';

test('a chapter has its number before its title; what has no number is called by its title alone', () => {
  expect(EDITIONS[2021].chapters.map(chapterHeading).at(0)).toBe('一、总体情况');
  expect(chapterHeading({ number: '', title: '标题与引言' })).toBe('标题与引言');
});

test('messages name the chapter by its number, and what stands before the first as 引言', () => {
  expect(chapterNumber(EDITIONS[2021], '5')).toBe('第五章');
  expect(chapterName(EDITIONS[2021], '6')).toBe('第六章“其他需要报告的事项”');
  expect([chapterNumber(EDITIONS[2021], 'preface'), chapterName(EDITIONS[2021], 'preface')]).toEqual(['引言', '引言']);
});
