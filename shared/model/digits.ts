// Digits of Chinese text.

/** “２０２４” as “2024”. */
export const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
