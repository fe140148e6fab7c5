import type { BillView, PaymentView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { yesNo } from '../http/in-words';
import { yuan } from '../http/yuan';

/** Titles as the import of bills reads them: what was taken out can be handed in again. */
export const BILL_COLUMNS: readonly TableColumn<BillView>[] = [
  tableColumn('text', '户号', 'account no', ({ accountNo }) => accountNo),
  tableColumn('own', '账单月份', 'bill month', ({ billMonth }) => billMonth),
  tableColumn('own', '抄表日期', 'reading date', ({ readingDate }) => readingDate),
  tableColumn('number', '示数', 'register value', ({ registerValue }) => registerValue),
  tableColumn('number', '电量', 'energy kwh', ({ energyKwh }) => energyKwh),
  tableColumn('number', '电费', 'amount', ({ amountFen }) => yuan(amountFen)),
  tableColumn('number', '上期余额', 'previous balance', ({ previousBalanceFen }) => yuan(previousBalanceFen)),
  tableColumn('number', '应缴金额', 'payable', ({ payableFen }) => yuan(payableFen)),
  tableColumn('own', '缴费截止日', 'due date', ({ dueDate }) => dueDate),
  tableColumn('number', '已缴（元）', 'paid (yuan)', ({ paidFen }) => yuan(paidFen)),
  tableColumn('number', '待缴（元）', 'left to pay (yuan)', ({ leftToPayFen }) => yuan(leftToPayFen)),
  tableColumn('own', '更新时间', 'updated at', ({ updatedAt }) => chinaTime(updatedAt)),
];

export const PAYMENT_COLUMNS: readonly TableColumn<PaymentView>[] = [
  tableColumn('text', '户号', 'account no', ({ accountNo }) => accountNo),
  tableColumn('own', '缴费时间', 'paid at', ({ paidAt }) => chinaTime(paidAt)),
  tableColumn('number', '金额（元）', 'amount (yuan)', ({ amountFen }) => yuan(amountFen)),
  tableColumn('own', '账单月份', 'bill month', ({ billMonth }) => billMonth),
  tableColumn('text', '来源', 'source', ({ source }) => source),
  tableColumn('text', '流水号', 'reference', ({ reference }) => reference),
  tableColumn('own', '登记时间', 'recorded at', ({ recordedAt }) => chinaTime(recordedAt)),
  tableColumn('own', '户号已登记', 'account known', ({ accountKnown }, language) =>
    yesNo(accountKnown, language),
  ),
];
