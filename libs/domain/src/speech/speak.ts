import { chinese } from './chinese/chinese';
import { english } from './english/english';
import type { Grammar } from './grammar';
import type { Segment, SpokenLanguage } from './language';

const GRAMMARS: Readonly<Record<SpokenLanguage, Grammar>> = { 'zh-CN': chinese, en: english };

/** The grammar of a language (T5.1); its functions' ranges are told in `Grammar`. */
export function grammarOf(language: SpokenLanguage): Grammar {
  return GRAMMARS[language];
}

export const speakCardinal = (value: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).cardinal(value);
export const speakCount = (value: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).count(value);
export const speakDecimal = (value: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).decimal(value);
export const speakOrdinal = (value: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).ordinal(value);
/** Amount in fen; negative is credit. */
export const speakMoney = (fen: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).money(fen);
/** Balance in fen: positive is owed, negative is credit. */
export const speakBalance = (fen: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).balance(fen);
/** YYYY-MM-DD */
export const speakDate = (date: string, language: SpokenLanguage): Segment[] =>
  grammarOf(language).date(date);
/** YYYY-MM */
export const speakMonth = (month: string, language: SpokenLanguage): Segment[] =>
  grammarOf(language).month(month);
/** Kilowatt-hours */
export const speakEnergy = (kilowattHours: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).energy(kilowattHours);
export const speakPercent = (value: number, language: SpokenLanguage): Segment[] =>
  grammarOf(language).percent(value);
export const speakDigits = (text: string, language: SpokenLanguage): Segment[] =>
  grammarOf(language).digits(text);
export const speakTelephone = (number: string, language: SpokenLanguage): Segment[] =>
  grammarOf(language).telephone(number);
