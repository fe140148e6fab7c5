import { errorOf, refuseCell, type RowError } from '@switchyard/platform';

/** An account and period that stood in this batch before (T2.2). */
export function duplicateError(
  line: number,
  accountNo: string,
  period: string,
  firstLine: number | undefined,
): RowError {
  const refusal = refuseCell(
    'duplicate',
    firstLine === undefined
      ? `本批次中已有户号 ${accountNo}、${period} 的通知`
      : `与第 ${firstLine} 行重复：户号 ${accountNo}、${period}`,
    firstLine === undefined
      ? `this batch has a notice of account ${accountNo} for ${period} already`
      : `repeats line ${firstLine}: account ${accountNo}, ${period}`,
  );
  return errorOf(line, 'accountNo', refusal, accountNo);
}
