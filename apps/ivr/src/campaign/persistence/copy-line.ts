import type { AcceptedRow } from '../rows/checked-row';

/** A row in COPY's text format, without batch and import. Checked text holds no tab or line feed, but may hold `\`. */
export function copyLine(row: AcceptedRow): string {
  const notice = escaped(JSON.stringify(row.notice));
  return `${row.line}\t${row.accountNo}\t${row.period}\t${escaped(row.customerName)}\t${row.customerKind}\t${row.number}\t${row.extension ?? '\\N'}\t${row.language}\t${row.payableFen}\t${notice}\n`;
}

function escaped(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
}
