import type { CustomerKind } from '@switchyard/domain';
import type { RowErrorCode } from '@switchyard/contracts';
import type { Bilingual } from './cell';

/** A row that may become a contact. Money in fen. */
export interface AcceptedRow {
  readonly line: number;
  readonly accountNo: string;
  /** Reading date of a bill, month of arrears: with the account it names one notice. */
  readonly period: string;
  readonly customerName: string;
  readonly customerKind: CustomerKind;
  readonly number: string;
  readonly extension?: string;
  readonly language: 'zh-CN' | 'en';
  readonly payableFen: number;
  readonly notice: Readonly<Record<string, string | number>>;
}

/** One thing wrong with one row. */
export interface RowError {
  readonly line: number;
  readonly field: string;
  readonly code: RowErrorCode;
  readonly reason: Bilingual;
  /** What stood there, at most 100 characters. */
  readonly value?: string;
}

export type CheckedRow =
  | { readonly ok: true; readonly row: AcceptedRow; readonly remark?: SumRemark }
  | { readonly ok: false; readonly errors: readonly RowError[] };

/** What the sums of a good row say about the sign of its previous balance. */
export type SumRemark = 'balance-is-credit' | 'sums-differ';

const SHOWN_CHARACTERS = 100;

/** Text that any database and any console takes. */
export function shownValue(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return [...text.slice(0, SHOWN_CHARACTERS)]
    .map((character) => (/[\p{Cc}\p{Cs}]/u.test(character) ? '\uFFFD' : character))
    .join('');
}
