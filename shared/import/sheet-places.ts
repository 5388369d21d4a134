// Places on a sheet of a workbook, as people read them, and the sheet that such a place is on.
import type { Place } from './raw-document.ts';

/** “工作表‘表三’D7”, or the sheet as a whole. */
export const placeOnSheet = (sheet: string, at = ''): Place => `工作表‘${sheet}’${at}`;

/** The name of the sheet; undefined for a place in any other kind of file. */
export const sheetOf = (place: Place): string | undefined => /^工作表‘(.*?)’/.exec(place)?.[1];
