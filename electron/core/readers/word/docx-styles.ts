// What a docx says about its paragraph styles: heading level (Chinese or English names, or outline level), list, bold.
import { walkXml } from '../container/xml.ts';

export interface ParagraphStyle {
  readonly heading?: number;
  readonly numId?: string;
  readonly listLevel?: number;
  readonly bold?: boolean;
  /** What a style of characters says. */
  readonly text?: { raised?: boolean; struck?: boolean; hidden?: boolean };
}

interface RawStyle {
  name: string;
  basedOn?: string;
  outline?: number;
  numId?: string;
  listLevel?: number;
  bold?: boolean;
  text: { raised?: boolean; struck?: boolean; hidden?: boolean };
}

/** @param xml word/styles.xml. @returns what holds for a style id, inherited values included. */
export function readStyles(xml: string): (id: string | undefined) => ParagraphStyle {
  const raw = parseStyles(xml);
  const known = new Map<string, ParagraphStyle>();
  return (id) => {
    if (id === undefined) return {};
    const style = known.get(id) ?? resolve(raw, id);
    known.set(id, style);
    return style;
  };
}

function resolve(raw: ReadonlyMap<string, RawStyle>, id: string): ParagraphStyle {
  const merged: { heading?: number; numId?: string; listLevel?: number; bold?: boolean; text: RawStyle['text'] } = {
    text: {},
  };
  let next: string | undefined = id;
  // at most ten steps: a style may name itself as its base
  for (let step = 0; next !== undefined && step < 10; step++) {
    const style: RawStyle | undefined = raw.get(next);
    if (!style) break;
    const heading = headingLevel(style);
    if (merged.heading === undefined && heading !== undefined) merged.heading = heading;
    if (merged.numId === undefined && style.numId !== undefined) merged.numId = style.numId;
    if (merged.listLevel === undefined && style.listLevel !== undefined) merged.listLevel = style.listLevel;
    if (merged.bold === undefined && style.bold !== undefined) merged.bold = style.bold;
    merged.text = { ...style.text, ...merged.text };
    next = style.basedOn;
  }
  return merged;
}

function headingLevel(style: RawStyle): number | undefined {
  if (style.outline !== undefined) return style.outline < 9 ? style.outline + 1 : undefined;
  const numbered = /^(?:heading|标题)\s*([1-9])$/i.exec(style.name.trim());
  if (numbered) return Number(numbered[1]);
  return /^(?:title|标题)$/i.test(style.name.trim()) ? 1 : undefined;
}

function parseStyles(xml: string): Map<string, RawStyle> {
  const styles = new Map<string, RawStyle>();
  let style: RawStyle | null = null;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'style') {
        style = { name: '', text: {} };
        if (['paragraph', 'character'].includes(attributes('type') ?? ''))
          styles.set(attributes('styleId') ?? '', style);
        return;
      }
      if (!style) return;
      const value = attributes('val') ?? '';
      if (name === 'name') style.name = value;
      else if (name === 'basedOn') style.basedOn = value;
      else if (name === 'outlineLvl') style.outline = Number(value);
      else if (name === 'numId') style.numId = value;
      else if (name === 'ilvl') style.listLevel = Number(value);
      else if (name === 'b') style.bold = !isOff(value);
      else if (name === 'vertAlign') style.text.raised = value === 'superscript' || value === 'subscript';
      else if (name === 'strike' || name === 'dstrike') style.text.struck = !isOff(value);
      else if (name === 'vanish') style.text.hidden = !isOff(value);
    },
    close: (name) => {
      if (name === 'style') style = null;
    },
    text: () => {},
  });
  return styles;
}

/** A switch of WordprocessingML is on unless it says otherwise. */
export const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off';
