import type { RowErrorCode } from '@switchyard/contracts';
import type { Bilingual } from './cell';

/** One thing wrong with one row. */
export interface RowError {
  readonly line: number;
  readonly field: string;
  readonly code: RowErrorCode;
  readonly reason: Bilingual;
  /** What stood there, at most 100 characters. */
  readonly value?: string;
}

/** A row that may be stored, with a remark where something about it is worth knowing; or what is wrong with it. */
export type CheckedRow<Row, Remark extends string = never> =
  | { readonly ok: true; readonly row: Row; readonly remark?: Remark }
  | { readonly ok: false; readonly errors: readonly RowError[] };

const SHOWN_CHARACTERS = 100;

/** Text that any database and any console takes. */
export function shownValue(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return [...text.slice(0, SHOWN_CHARACTERS)]
    .map((character) => (/[\p{Cc}\p{Cs}]/u.test(character) ? '\uFFFD' : character))
    .join('');
}
