// The size of the text, 90 to 150 %, remembered on this computer. Everything is measured in rem, so one number moves all of it.
export const TEXT_SIZES = [90, 100, 110, 125, 140, 150] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const KEY = 'nianbao.text-size';

/** The size kept from last time; 100 where none or a foreign value is kept. */
export function readTextSize(kept: string | null): TextSize {
  return TEXT_SIZES.find((size) => String(size) === kept) ?? 100;
}

/** The next larger (1) or smaller (-1) size; stays at the ends. */
export function stepTextSize(size: TextSize, step: 1 | -1): TextSize {
  return TEXT_SIZES[TEXT_SIZES.indexOf(size) + step] ?? size;
}

export const keptTextSize = (): TextSize => readTextSize(localStorage.getItem(KEY));

export function applyTextSize(size: TextSize): void {
  localStorage.setItem(KEY, String(size));
  document.documentElement.style.fontSize = `${(14 * size) / 100}px`;
}
