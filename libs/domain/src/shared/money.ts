import { toHalfWidth } from './full-width';
import { type Result, ok, refused } from './result';

/** An amount of money in fen (1 yuan = 100 fen): an integer, negative for a credit, at most ±MAX_FEN. */
export type Fen = number;

/** 9,999,999,999.99 yuan: beyond any bill, and far inside what a number holds exactly. */
export const MAX_FEN: Fen = 999_999_999_999;

export type MoneyRefusal = 'empty' | 'not-a-number' | 'too-many-decimals' | 'out-of-range';

const AMOUNT = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Yuan as written in files: '10050.3', '1,234.50', '-3', '¥12.00', '１２元'. At most two decimals;
 * a third one is refused even when it is 0, because rounding somebody's debt is nobody's right.
 */
export function parseYuan(text: string): Result<Fen, MoneyRefusal> {
  const cleaned = toHalfWidth(text)
    .trim()
    .replace(/^([+-]?)\s*[¥￥]\s*/u, '$1')
    .replace(/\s*元$/u, '');
  if (cleaned === '') return refused('empty');
  const match = AMOUNT.exec(cleaned);
  if (!match) return refused('not-a-number');
  const decimals = match[3] ?? '';
  if (decimals.length > 2) return refused('too-many-decimals');
  const yuan = (match[2] ?? '').replace(/,/g, '').replace(/^0+(?=\d)/, '');
  if (yuan.length > 10) return refused('out-of-range');
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  return ok(match[1] === '-' && fen !== 0 ? -fen : fen);
}

/** 1005030 → '10050.30'. @throws RangeError when it is no amount in fen. */
export function formatYuan(fen: Fen): string {
  if (!isFen(fen)) throw new RangeError(`${fen} is no amount in fen`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function isFen(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= MAX_FEN;
}
