import type { TableWarning } from '../rows/unknown-columns';

/** Previous balances of so many rows, from `line` on, were read with the sign that fits the other sums. */
export function balanceSignWarning(count: number, line: number): TableWarning {
  return {
    code: 'rows.balance-sign',
    text: {
      'zh-CN': `${count} 行的上期余额按“正数为结余、负数为欠费”理解（从第 ${line} 行起），因为只有这样才与应缴金额相符。`,
      en: `in ${count} rows (the first is line ${line}) a positive previous balance was read as credit and a negative one as debt, because only so the sums fit`,
    },
  };
}
