import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164 where `raw` can be read as a number of `country`, else as received (T2.3); empty when it is withheld. */
export function normaliseCaller(raw: string, country: 'CN' = 'CN'): string {
  if (!/\d/.test(raw)) return ''; // "anonymous", "unavailable"
  const parsed = parsePhoneNumberFromString(raw, country);
  return parsed?.isPossible() ? parsed.number : raw;
}
