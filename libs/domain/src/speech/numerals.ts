import { UnspeakableValue } from './unspeakable-value';

/** Whole numbers are spoken up to this size: below ten thousand billion billion nothing else is needed. */
export const LARGEST_SPOKEN = 9_007_199_254_740_991;

const DECIMALS = 4;
/** Above this a number of four decimals is no longer exact. */
const LARGEST_DECIMAL = 100_000_000_000;

/** @throws UnspeakableValue unless `value` is a safe integer. */
export function assertWhole(value: number, what: string): void {
  if (!Number.isSafeInteger(value))
    throw new UnspeakableValue(what, value, `give a whole number of at most ${LARGEST_SPOKEN}`);
}

/** A decimal number taken apart: sign, whole part, and up to four digits after the point without trailing zeros. */
export interface DecimalParts {
  readonly negative: boolean;
  readonly whole: number;
  readonly fraction: string;
}

/** @throws UnspeakableValue for what is not finite or is 10^11 or more. Rounds to four decimals. */
export function decimalParts(value: number, what: string): DecimalParts {
  if (!Number.isFinite(value) || Math.abs(value) >= LARGEST_DECIMAL)
    throw new UnspeakableValue(what, value, `give a number below ${LARGEST_DECIMAL}`);
  const [whole = '0', digits = ''] = Math.abs(value).toFixed(DECIMALS).split('.');
  const fraction = digits.replace(/0+$/, '');
  return { negative: value < 0 && (whole !== '0' || fraction !== ''), whole: Number(whole), fraction };
}

/** An amount in fen taken apart: credit or not, yuan, jiao and fen. */
export interface MoneyParts {
  readonly credit: boolean;
  readonly yuan: number;
  readonly jiao: number;
  readonly fen: number;
}

/** @throws UnspeakableValue unless a whole number of fen. */
export function moneyParts(amountFen: number): MoneyParts {
  assertWhole(amountFen, 'amount of fen');
  const all = Math.abs(amountFen);
  return {
    credit: amountFen < 0,
    yuan: Math.floor(all / 100),
    jiao: Math.floor((all % 100) / 10),
    fen: all % 10,
  };
}
