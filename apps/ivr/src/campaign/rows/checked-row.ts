import type { BalanceRemark, CustomerKind } from '@switchyard/domain';
import type { CheckedRow } from '@switchyard/platform';

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

/** What the sums of a good row say about the sign of its previous balance. */
export type SumRemark = BalanceRemark;

export type CheckedContact = CheckedRow<AcceptedRow, SumRemark>;
