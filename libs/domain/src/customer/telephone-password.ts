/** Why a telephone password is not taken. */
export type PasswordWeakness =
  'not-6-to-8-digits' | 'one-digit-only' | 'run' | 'repeated-pattern' | 'part-of-account' | 'part-of-phone';

const SHAPE = /^\d{6,8}$/;

/**
 * What is wrong with a telephone password, or undefined. 6 to 8 digits that are not among the first that somebody
 * would try: one digit only, a run up or down (9 goes on with 0), a pattern of two to four digits over and over, a
 * part of the account number or of a bound number.
 */
export function passwordWeakness(
  password: string,
  { accountNo, phones }: { readonly accountNo: string; readonly phones: readonly string[] },
): PasswordWeakness | undefined {
  if (!SHAPE.test(password)) return 'not-6-to-8-digits';
  if (/^(\d)\1+$/.test(password)) return 'one-digit-only';
  if (isRun(password, 1) || isRun(password, 9)) return 'run';
  if (/^(\d{2,4})\1+$/.test(password)) return 'repeated-pattern';
  if (accountNo.includes(password)) return 'part-of-account';
  if (phones.some((phone) => phone.includes(password))) return 'part-of-phone';
  return undefined;
}

/** Whether every digit is the one before it plus `step`, modulo 10. */
function isRun(password: string, step: number): boolean {
  const digits = [...password].map(Number);
  return digits.every((digit, index) => index === 0 || digit === ((digits[index - 1] ?? 0) + step) % 10);
}
