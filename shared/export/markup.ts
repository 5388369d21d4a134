// Text into markup: the only place where characters of a report become HTML.
import type { LayoutRun } from './layout-document.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Safe between tags and inside double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** Attributes in the given order; empty and undefined ones are left out. */
export const attributes = (pairs: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(pairs)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');

export const boldRun = ({ text, bold }: LayoutRun): string =>
  bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
