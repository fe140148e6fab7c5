import { localDateAt, minuteOfDayAt } from '../../shared';
import { grammarOf, isChinese, type Segment, speakText, type SpokenLanguage } from '../../speech';
import { type WordTable, WORD_TABLES } from './words';

/** How the value of a variable is spoken. `time` is an instant; `text` speaks for itself; `word` is one of a table. */
export type VariableType =
  | { readonly spoken: 'money' | 'payable' | 'balance' | 'count' | 'decimal' | 'energy' }
  | { readonly spoken: 'date' | 'month' | 'time' | 'digits' | 'code' | 'telephone' | 'text' }
  | { readonly spoken: 'word'; readonly table: WordTable };

export type SpeakableValue = string | number | Readonly<Record<SpokenLanguage, string>>;

/** @throws UnspeakableValue when the value is not of the type. */
export function speakValue(type: VariableType, value: SpeakableValue, language: SpokenLanguage): Segment[] {
  const say = grammarOf(language);
  const text = textIn(value, language);
  switch (type.spoken) {
    case 'money':
      return say.money(Number(text));
    case 'payable':
      return say.payable(Number(text));
    case 'balance':
      return say.balance(Number(text));
    case 'count':
      return say.count(Number(text));
    case 'decimal':
      return say.decimal(Number(text));
    case 'energy':
      return say.energy(Number(text));
    case 'date':
      return say.date(text);
    case 'month':
      return say.month(text);
    case 'time':
      return say.moment(...momentOf(text));
    case 'digits':
      return say.digits(text);
    case 'code':
      return inPieces(text, language);
    case 'telephone':
      return say.telephone(text);
    case 'text':
      return speakFreeText(text, language);
    case 'word':
      return [WORD_TABLES[type.table][text]?.[language] ?? text];
  }
}

/** The same for the staff, who read Chinese. Never throws: what has no form is written as it is. */
export function writeValue(type: VariableType, value: SpeakableValue): string {
  const text = textIn(value, 'zh-CN');
  switch (type.spoken) {
    case 'money':
    case 'payable':
    case 'balance':
      return `${(Number(text) / 100).toFixed(2)}元`;
    case 'word':
      return WORD_TABLES[type.table][text]?.['zh-CN'] ?? text;
    case 'count':
    case 'decimal':
    case 'energy':
    case 'date':
    case 'month':
    case 'time':
    case 'digits':
    case 'code':
    case 'telephone':
    case 'text':
      return text;
  }
}

/** Four digits at a time, with a pause between: so that they can be written down. */
function inPieces(text: string, language: SpokenLanguage): Segment[] {
  const say = grammarOf(language);
  const pause = language === 'zh-CN' ? '，' : ',';
  const pieces = text.match(/.{1,4}/gu) ?? [''];
  return pieces.flatMap((piece, index) => [...(index === 0 ? [] : [pause]), ...say.digits(piece)]);
}

/** Words of others are spoken in their own language, figures among them, without their last full stop. */
function speakFreeText(text: string, language: SpokenLanguage): Segment[] {
  const words = text.trim().replace(/[。．.，,；;、]+$/u, '');
  return speakText(words, isChinese(words) ? 'zh-CN' : language);
}

function textIn(value: SpeakableValue, language: SpokenLanguage): string {
  return typeof value === 'object' ? value[language] : String(value);
}

/** Local day and minute of an instant; an unreadable one gives what no grammar speaks. */
function momentOf(text: string): [string, number] {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? [text, -1] : [localDateAt(at), minuteOfDayAt(at)];
}
