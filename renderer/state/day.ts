// A day as people of an office write it: 2026-01-12, 2026.1.12, 2026年1月12日.
import { ok, refuse, type Result } from '../../shared/model/result.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026-01-12, in the time of this computer. */
export const dayOf = (time: Date): string => `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;

export const today = (): string => dayOf(new Date());

const WRITTEN = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;

/** The day as 2026-01-12. One that does not exist, or is still to come, is refused. */
export function readDay(text: string, now: Date = new Date()): Result<string> {
  const [, year, month, date] = WRITTEN.exec(text.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  if (!year || !month || !date) return refuse('bad-value', '请写成“2026-01-12”的样子。');
  const day = new Date(Number(year), Number(month) - 1, Number(date));
  if (day.getMonth() !== Number(month) - 1 || day.getDate() !== Number(date))
    return refuse('bad-value', '没有这一天，请核对日期。');
  return dayOf(day) > dayOf(now) ? refuse('bad-value', '日期不能晚于今天。') : ok(dayOf(day));
}
