import { isFen, MAX_FEN, parseYuan, toHalfWidth } from '@switchyard/domain';
import { type CellRefusal, type ReadCell, type ReadJson, refuseCell } from './cell';

const PLAIN_YUAN = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/;
const PLAIN_QUANTITY = /^\d{1,9}(\.\d{1,4})?$/;
const MAX_QUANTITY = 999_999_999;

/** Which amounts a column may hold. */
export type AmountSign = 'positive' | 'not-negative' | 'any';

/** Yuan with at most two decimals, as a file has it. → fen */
export function readYuan(sign: AmountSign): ReadCell {
  return (text) => {
    const plain = PLAIN_YUAN.exec(text);
    if (plain) {
      const fen = Number(plain[2]) * 100 + Number((plain[3] ?? '').padEnd(2, '0'));
      return checkSign(plain[1] === '-' && fen !== 0 ? -fen : fen, sign);
    }
    const parsed = parseYuan(text);
    return parsed.ok ? checkSign(parsed.value, sign) : refusedAmount(parsed.error);
  };
}

/** Whole fen, as JSON has it. */
export function readFen(sign: AmountSign): ReadJson {
  return (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return refuseCell('badAmount', '应为以分为单位的整数', 'give a whole number of fen');
    }
    return isFen(value) ? checkSign(value, sign) : outOfRange();
  };
}

function checkSign(fen: number, sign: AmountSign): number | CellRefusal {
  if (sign === 'positive' && fen <= 0) {
    return refuseCell(
      'outOfRange',
      '应大于 0：没有要付的就不必通知',
      'must be above 0: nothing to pay needs no notice',
    );
  }
  if (sign === 'not-negative' && fen < 0)
    return refuseCell('outOfRange', '不能为负数', 'must not be negative');
  return fen;
}

function refusedAmount(why: 'empty' | 'not-a-number' | 'too-many-decimals' | 'out-of-range'): CellRefusal {
  switch (why) {
    case 'empty':
    case 'not-a-number':
      return refuseCell('badAmount', '应为金额（元），如 128.50', 'give an amount in yuan like 128.50');
    case 'too-many-decimals':
      return refuseCell('badAmount', '金额最多两位小数', 'an amount has at most two decimals');
    case 'out-of-range':
      return outOfRange();
  }
}

function outOfRange(): CellRefusal {
  const max = MAX_FEN / 100;
  return refuseCell('outOfRange', `金额超出范围（±${max} 元）`, `the amount is beyond ±${max} yuan`);
}

/** Register value or energy: 0 to 999,999,999 with at most four decimals. */
export const readQuantity: ReadCell = (text) => {
  if (PLAIN_QUANTITY.test(text)) return Number(text);
  const narrow = toHalfWidth(text)
    .trim()
    .replace(/^(\d{1,3})((?:,\d{3})+)(?=\.|$)/, (all) => all.replaceAll(',', ''));
  if (PLAIN_QUANTITY.test(narrow)) return Number(narrow);
  return badQuantity();
};

export const readJsonQuantity: ReadJson = (value) => {
  if (typeof value !== 'number' || !(value >= 0) || value > MAX_QUANTITY) return badQuantity();
  return Math.abs(Math.round(value * 10_000) - value * 10_000) < 1e-3 ? value : badQuantity();
};

function badQuantity(): CellRefusal {
  return refuseCell(
    'badNumber',
    `应为 0 到 ${MAX_QUANTITY} 的数字，最多四位小数`,
    `give a number from 0 to ${MAX_QUANTITY} with at most four decimals`,
  );
}
