// The text of one Word paragraph while it is read, run by run (docx and doc alike): what is printed, what is not, and the marks of footnotes in it.
import { isOffLine, raised, type Setting } from '../note-marks.ts';

/** How a run is set. */
export interface Run {
  readonly hidden: boolean;
  readonly struck: boolean;
  /** Raised or lowered. */
  readonly raised: boolean;
  readonly setting: Setting;
}

export class ParagraphText {
  /** As printed; raised text is marked. */
  text = '';
  /** Text of it was struck out and left out. */
  hasStruck = false;
  hasHidden = false;
  #bold = 0;
  /** The setting of the text before, marks left out. */
  #onLine: Setting | null = null;

  write(text: string, run: Run, bold: boolean): void {
    if (text === '') return;
    if (run.hidden || run.struck) {
      const isLost = text.trim() !== '';
      if (run.hidden) this.hasHidden ||= isLost;
      else this.hasStruck ||= isLost;
      return;
    }
    const off = run.raised || isOffLine(run.setting, this.#onLine);
    this.text += off ? raised(text) : text;
    if (!off) this.#onLine = run.setting;
    if (bold) this.#bold += text.length;
  }

  /** All of it is bold; blanks at its end do not matter. */
  get isBold(): boolean {
    return this.text.trim() !== '' && this.#bold >= this.text.trimEnd().length;
  }
}
