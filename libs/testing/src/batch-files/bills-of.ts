import { HEADERS, yuan } from './batch-file';

export interface BilledCustomer {
  readonly accountNo: string;
  /** E.164, or as a billing system writes it. */
  readonly number: string;
  readonly owedFen: number;
  readonly name?: string;
  readonly customerKind?: string;
  readonly language?: string;
}

/** A file of bill notices (CSV) for just these customers; the meters' figures are made up from their order. */
export function billsOf(customers: readonly BilledCustomer[], readingDate: string): string {
  const rows = customers.map(
    ({ accountNo, number, owedFen, name, customerKind = '', language = '' }, index) => [
      accountNo,
      name ?? `客户${index}`,
      number,
      customerKind,
      language,
      readingDate,
      String(12_000 + index * 37),
      String(100 + index),
      yuan(owedFen),
      '0',
      yuan(owedFen),
    ],
  );
  return csvOf([HEADERS['bill-notice'], ...rows]);
}

/** Rows as a CSV file; no cell may need quotes. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}
