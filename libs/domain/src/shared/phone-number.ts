import { toHalfWidth } from './full-width';

export type PhoneRefusal =
  | 'empty'
  /** Letters or signs that no number has. */
  | 'not-a-number'
  /** Two numbers in one field. */
  | 'several-numbers'
  /** Seven or eight digits: a landline of an unknown town. */
  | 'no-area-code'
  | 'too-short'
  | 'too-long'
  /** Right length, but no mobile prefix or area code begins like this. */
  | 'impossible'
  /** Emergency, short and service numbers (110, 95598, 400 …): no customer's own telephone. */
  | 'service-number';

export type PhoneParse =
  | {
      readonly ok: true;
      /** E.164 with the leading plus, without the extension. */
      readonly e164: string;
      /** 1 to 6 digits to send after the answer. */
      readonly extension?: string;
      readonly kind: 'mobile' | 'landline' | 'international';
    }
  | { readonly ok: false; readonly reason: PhoneRefusal };

/** How a port normalises (T2.3). `normaliseChinesePhone` is one; an adapter may know more numbering plans. */
export type PhoneNormaliser = (raw: string) => PhoneParse;

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const WORD_EXTENSION = /^(.*?\d\D*?)\s*(?:转|轉|分机号?|extension|ext\.?|x|#)\s*[:：-]?\s*(\d{1,6})$/i;
const HYPHEN_EXTENSION =
  /^((?:\+?86[- ]?)?(?:\(?0?\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4}|0?1[3-9]\d{9}|[2-8]\d{6,7}))\s*-\s*(\d{1,6})$/;

/**
 * Cleans a number as written in files and takes its extension off: full-width forms, invisible characters,
 * a spreadsheet's leading apostrophe, '转 801', 'ext. 801', and '-801' behind a complete number.
 */
export function splitExtension(raw: string): { readonly number: string; readonly extension?: string } {
  const cleaned = toHalfWidth(raw)
    .replace(INVISIBLE, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^'/, '');
  const match = WORD_EXTENSION.exec(cleaned) ?? HYPHEN_EXTENSION.exec(cleaned);
  return match?.[1] ? { number: match[1].trim(), extension: match[2] } : { number: cleaned };
}

/**
 * Normalises by China's numbering plan (T2.3), default +86: mobiles (1[3-9] and eleven digits), landlines with
 * an area code, with or without the trunk 0 (spreadsheets lose it), brackets and separators. Numbers of other
 * countries pass by length alone. Whether a range is in use is not checked here.
 */
export const normaliseChinesePhone: PhoneNormaliser = (raw) => {
  const { number, extension } = splitExtension(raw);
  if (number === '') return refuse('empty');
  if (/\d[^\d]*[/、;,|][^\d]*\d/.test(number)) return refuse('several-numbers');
  if (!/^\+?[\d\s().·-]+$/.test(number) || !/\d/.test(number)) return refuse('not-a-number');
  const digits = number.replace(/[^\d+]/g, '');
  const foreign = /^(?:\+|00)(?!86)(\d*)$/.exec(digits);
  const parsed = foreign ? international(foreign[1] ?? '') : chinese(digits);
  return parsed.ok && extension !== undefined ? { ...parsed, extension } : parsed;
};

function chinese(digits: string): PhoneParse {
  const withoutCountry = digits.replace(/^(?:\+|00)86/, '').replace(/^86(?=1[3-9]\d{9}$|0\d{9,11}$)/, '');
  if (isService(withoutCountry)) return refuse('service-number');
  const national = withoutCountry.replace(/^0/, '');
  if (/^1[3-9]\d{9}$/.test(national)) return { ok: true, e164: `+86${national}`, kind: 'mobile' };
  if (/^(?:(?:10|2\d)[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$/.test(national)) {
    return { ok: true, e164: `+86${national}`, kind: 'landline' };
  }
  if (/^[2-8]\d{6,7}$/.test(withoutCountry)) return refuse('no-area-code');
  if (national.length < 10) return refuse('too-short');
  return refuse(national.length > 11 ? 'too-long' : 'impossible');
}

function international(digits: string): PhoneParse {
  if (digits.length < 7) return refuse('too-short');
  if (digits.length > 15) return refuse('too-long');
  if (digits.startsWith('0')) return refuse('impossible');
  return { ok: true, e164: `+${digits}`, kind: 'international' };
}

function isService(digits: string): boolean {
  return /^(?:1[012]\d{1,3}|9[56]\d{3,4}|[48]00\d{7})$/.test(digits);
}

function refuse(reason: PhoneRefusal): PhoneParse {
  return { ok: false, reason };
}
