import { maskPhone } from '@switchyard/platform';

/** `+` and 7 to 15 digits, wherever it stands in a text. */
const E164 = /\+\d{7,15}/g;
/** A Chinese mobile number without its country code, not part of a longer run of letters or digits. */
const BARE_MOBILE = /(?<![\w-])1[3-9]\d{9}(?![\w-])/g;

/** Properties that hold telephone numbers, however they are written. */
const PHONE_PROPERTIES = new Set([
  'phone',
  'phones',
  'numberDialled',
  'liaisonPhone',
  'headPhone',
  'callerId',
  'extension',
]);
/** Free text, in which people write numbers their own way. */
const TEXT_PROPERTIES = new Set([
  'text',
  'note',
  'reason',
  'message',
  'result',
  'decision',
  'finding',
  'matter',
  'symptom',
  'cause',
  // Own fields of work orders.
  'symptoms',
  'place',
  'demand',
  'evidence',
  'content',
  'contact',
  'purpose',
  'address',
]);

function maskText(text: string, property: string | undefined): string {
  if (property !== undefined && PHONE_PROPERTIES.has(property)) return maskPhone(text);
  const masked = text.replace(E164, maskPhone);
  return property !== undefined && TEXT_PROPERTIES.has(property)
    ? masked.replace(BARE_MOBILE, maskPhone)
    : masked;
}

/** A copy of a JSON value in which telephone numbers cannot be read. */
export function maskPhones(value: unknown, property?: string): unknown {
  if (typeof value === 'string') return maskText(value, property);
  if (Array.isArray(value)) return value.map((item) => maskPhones(item, property));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskPhones(item, key)]));
}
