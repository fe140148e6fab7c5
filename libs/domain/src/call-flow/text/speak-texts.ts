import {
  grammarOf,
  joinSegments,
  type Segment,
  speakLiteral,
  speakText,
  type SpokenLanguage,
  type TextPiece,
} from '../../speech';
import type { FlowText } from './flow-text';
import { speakValue, type SpeakableValue, type VariableType } from './variable-type';
import { KNOWN_VARIABLES } from './variables';

export const DEFAULT_HOTLINE = '95598';

export type Values = Readonly<Record<string, SpeakableValue>>;

/** What a text may use: the values now, and what stands inside sentences. */
export interface SpeakingContext {
  readonly language: SpokenLanguage;
  readonly values: Values;
  readonly lists: Readonly<Record<string, readonly Values[]>>;
  readonly unit: Readonly<Record<SpokenLanguage, string>>;
  readonly hotline?: string;
}

/** A variable that no table knows was collected by the flow: digits. */
const COLLECTED: VariableType = { spoken: 'digits' };

/**
 * What a prompt says now. A piece that uses a variable without a value is left out whole; pieces in a row with
 * the same list are said together, item by item.
 * @throws UnspeakableValue only when a value is not of its variable's type.
 */
export function speakTexts(texts: readonly FlowText[], context: SpeakingContext): Segment[] {
  return inRows(texts).flatMap((row) => {
    const list = row[0]?.each;
    if (list === undefined) return row.flatMap((text) => speakOnce(text, context));
    const items = (context.lists[list] ?? []).slice(0, row[0]?.most);
    return items.flatMap((item) => {
      const values = { ...context.values, ...item };
      return row.flatMap((text) => speakOnce(text, { ...context, values }));
    });
  });
}

function inRows(texts: readonly FlowText[]): FlowText[][] {
  const rows: FlowText[][] = [];
  for (const text of texts) {
    const row = rows.at(-1);
    if (row && row[0]?.each === text.each) row.push(text);
    else rows.push([text]);
  }
  return rows;
}

function speakOnce(text: FlowText, context: SpeakingContext): Segment[] {
  if (text.when !== undefined && context.values[text.when] === undefined) return [];
  if (text.unless !== undefined && context.values[text.unless] !== undefined) return [];
  const segments: Segment[] = [];
  let words = '';
  for (const piece of text.texts[context.language]) {
    const inline = piece.type === 'words' ? piece.text : inlineValue(piece, context);
    if (inline !== undefined) {
      words += inline;
      continue;
    }
    const spoken = piece.type === 'variable' ? speakVariable(piece.name, context) : undefined;
    if (spoken === undefined) return [];
    segments.push(...speakWords(words, context.language), ...spoken);
    words = '';
  }
  return [...segments, ...speakWords(words, context.language)];
}

function speakVariable(name: string, context: SpeakingContext): Segment[] | undefined {
  const value = context.values[name];
  if (value === undefined) return undefined;
  return speakValue(KNOWN_VARIABLES[name]?.type ?? COLLECTED, value, context.language);
}

function inlineValue(piece: TextPiece, context: SpeakingContext): string | undefined {
  if (piece.type !== 'variable') return piece.text;
  if (piece.name === 'unit') return context.unit[context.language];
  if (piece.name !== 'hotline') return undefined;
  return joinSegments(
    grammarOf(context.language).digits(context.hotline ?? DEFAULT_HOTLINE),
    context.language,
  );
}

/** Figures become words inside their sentence, so that a sentence is one clip: 请按1。 → 请按一。 */
function speakWords(words: string, language: SpokenLanguage): Segment[] {
  const spelled = /\p{Nd}/u.test(words) ? joinSegments(speakText(words, language), language) : words;
  return speakLiteral(spelled, language);
}
