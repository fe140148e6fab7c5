import { type BatchKind, type CustomerKind, signedBalance } from '@switchyard/domain';
import { type Assembled, type PhoneValue, refuseCell, type RowValues } from '@switchyard/platform';
import type { AcceptedRow, SumRemark } from './checked-row';

export interface RowDefaults {
  readonly language: 'zh-CN' | 'en';
}

type AssembledContact = Assembled<AcceptedRow, SumRemark>;

/** Puts a kind's notice together and checks its sums against one another. */
export function assembleRow(
  kind: BatchKind,
  line: number,
  values: RowValues,
  defaults: RowDefaults,
): AssembledContact {
  switch (kind) {
    case 'bill-notice':
      return billNotice(line, values, defaults);
    case 'arrears-reminder':
      return arrearsReminder(line, values, defaults);
    case 'outage-notice':
      return outageNotice(line, values, defaults);
  }
}

function billNotice(line: number, values: RowValues, defaults: RowDefaults): AssembledContact {
  const amountFen = values.amount as number;
  const payableFen = values.payable as number;
  const given = values.previousBalance as number;
  const { previousBalanceFen, remark } = signedBalance({
    amountFen,
    previousBalanceFen: given,
    payableFen,
  });
  const row = rowOf(line, values, defaults, values.readingDate as string, payableFen, {
    readingDate: values.readingDate as string,
    registerValue: values.registerValue as number,
    energyKwh: values.energyKwh as number,
    amountFen,
    previousBalanceFen,
    payableFen,
  });
  return remark ? { row, remark } : { row };
}

/** total = arrears + penalty: a customer is never told a sum that its own parts contradict. */
function arrearsReminder(line: number, values: RowValues, defaults: RowDefaults): AssembledContact {
  const arrearsFen = values.arrears as number;
  const penaltyFen = values.penalty as number;
  const totalFen = values.total as number;
  if (arrearsFen + penaltyFen !== totalFen) {
    return {
      field: 'total',
      refusal: refuseCell(
        'sumWrong',
        '合计应等于欠费金额加违约金',
        'the total must be the arrears plus the penalty',
      ),
    };
  }
  const row = rowOf(line, values, defaults, values.billMonth as string, totalFen, {
    billMonth: values.billMonth as string,
    arrearsFen,
    penaltyFen,
    penaltyMethod: values.penaltyMethod as string,
    totalFen,
    payPlace: values.payPlace as string,
  });
  return { row };
}

/** It asks for nothing: no payment makes it needless. */
function outageNotice(line: number, values: RowValues, defaults: RowDefaults): AssembledContact {
  const row = rowOf(line, values, defaults, values.outage as string, 0, {
    occasion: (values.occasion ?? 'announcement') as string,
    area: values.area as string,
    cause: values.cause as string,
    startsAt: values.startsAt as string,
    restorationAt: (values.restorationAt ?? '') as string,
  });
  return { row };
}

/** One literal, not a spread: this runs a million times an import. */
function rowOf(
  line: number,
  values: RowValues,
  defaults: RowDefaults,
  period: string,
  payableFen: number,
  notice: AcceptedRow['notice'],
): AcceptedRow {
  const phone = values.phone as PhoneValue;
  return {
    line,
    accountNo: values.accountNo as string,
    period,
    customerName: values.name as string,
    customerKind: (values.customerKind ?? 'resident') as CustomerKind,
    number: phone.number,
    extension: phone.extension,
    language: (values.language ?? defaults.language) as 'zh-CN' | 'en',
    payableFen,
    notice,
  };
}
