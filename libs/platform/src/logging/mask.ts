const PHONE = new RegExp(
  [
    '(?:\\+|%2[Bb]|(?<![\\w.-])00)\\d{7,15}(?!\\d)', // international
    '(?<![\\w.-])(?:86)?1[3-9]\\d{9}(?![\\w-]|\\.\\d)', // mobile in China
    '(?<![\\w.-])0[1-9]\\d{1,2}-?\\d{7,8}(?![\\w-]|\\.\\d)', // landline in China with its area code
  ].join('|'),
  'g',
);
const URL_PASSWORD = /(\b[a-z][a-z+]*:\/\/[^\s:/@]*:)[^\s@/]+(@)/gi;

/** `+8613912341234` → `+86139****1234`; always the last four, at most the first six characters. */
export function maskPhone(phone: string): string {
  if (phone.length <= 4) return '****';
  return `${phone.slice(0, Math.min(6, Math.max(0, phone.length - 8)))}****${phone.slice(-4)}`;
}

/** Masks every telephone number and every password of a URL in a text. */
export function maskText(text: string): string {
  return text.replace(URL_PASSWORD, '$1****$2').replace(PHONE, maskPhone);
}
