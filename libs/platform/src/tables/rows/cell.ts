import { ROW_ERRORS, type RowErrorCode } from '@switchyard/contracts';

/** The same words for staff in both languages of the interface. */
export interface Bilingual {
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface PhoneValue {
  /** E.164. */
  readonly number: string;
  readonly extension?: string;
}

export type CellValue = string | number | PhoneValue;

/** Why a cell was refused; words that follow the column's title. */
export class CellRefusal {
  constructor(
    readonly code: RowErrorCode,
    readonly reason: Bilingual,
  ) {}
}

export function refuseCell(code: keyof typeof ROW_ERRORS, chinese: string, english: string): CellRefusal {
  return new CellRefusal(ROW_ERRORS[code], { 'zh-CN': chinese, en: english });
}

export type ReadCell = (text: string) => CellValue | CellRefusal;
export type ReadJson = (value: unknown) => CellValue | CellRefusal;

/** What cannot be stored or spoken: control characters, halves of characters, what could not be decoded. */
const BAD_TEXT = /[\p{Cc}\p{Cs}\uFFFD]/u;

export function isBadText(text: string): boolean {
  return BAD_TEXT.test(text);
}
