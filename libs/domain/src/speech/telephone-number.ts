import { UnspeakableValue } from './unspeakable-value';

/** Digits and letters of a code, upper case; everything else (spaces, hyphens) is silent. */
export function characters(text: string): string[] {
  const spoken = text.toUpperCase().match(/[0-9A-Z]/g);
  if (!spoken) throw new UnspeakableValue('code', text, 'give at least one digit or letter');
  return spoken;
}

export interface TelephoneGroups {
  /** A number abroad is spoken with its plus. */
  readonly plus: boolean;
  /** Groups with a pause between: mobiles 3-4-4, all others in one. */
  readonly groups: readonly string[];
  readonly extension?: string;
}

/** Takes +86 off, groups a mobile number, sets the extension apart. @throws UnspeakableValue without digits. */
export function telephoneGroups(number: string): TelephoneGroups {
  const [main = '', extension] = number.split(/[,，xX转]+/u);
  const abroad = main.trim().startsWith('+') && !/^\s*\+\s*86/.test(main);
  const digits = main.replace(/^\s*\+\s*86/, '').replace(/\D/g, '');
  if (digits === '') throw new UnspeakableValue('telephone number', number, 'give its digits');
  const groups =
    !abroad && /^1\d{10}$/.test(digits)
      ? [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)]
      : [digits];
  const dialled = extension?.replace(/\D/g, '');
  return { plus: abroad, groups, ...(dialled ? { extension: dialled } : {}) };
}
