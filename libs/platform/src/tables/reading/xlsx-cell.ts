/** How a cell's number is to be read, from its style. */
export type NumberStyle = 'general' | 'date' | { readonly zeroPadded: number };

/** Excel's day 0 is 1899-12-30, which makes its invented 1900-02-29 harmless for every later day. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** A number cell holds 15 digits; a longer account number has lost its end. */
const EXACT_DIGITS = 15;

/** Formats 14–22, 27–36, 45–47 and 50–58 of the file format are dates and times. */
export function isDateFormatId(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** A format code of the file: `yyyy-mm-dd` and `[$-804]yyyy"年"m"月"` are dates, `0000000000` pads with zeros. */
export function styleOfFormatCode(code: string): NumberStyle {
  if (/^0{2,}$/.test(code)) return { zeroPadded: code.length };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'general';
}

/** A number cell as the text that a CSV file would have: dates as YYYY-MM-DD, with HH:MM:SS where there is a time, no exponent, no float noise. */
export function numberCellText(raw: string, style: NumberStyle, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (style === 'date') return dateText(value, from1904) ?? raw;
  const text = plainNumber(value);
  return typeof style === 'object' ? text.padStart(style.zeroPadded, '0') : text;
}

function dateText(serial: number, from1904: boolean): string | undefined {
  // A cell holds a time to a fraction of a second; nobody writes one with more than seconds.
  const seconds = Math.round(serial * 86_400);
  if (seconds < 0 || seconds >= 2_958_466 * 86_400) return undefined;
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + seconds * 1000);
  const [day, time = ''] = date.toISOString().split('T');
  return seconds % 86_400 === 0 ? day : `${day} ${time.slice(0, 8)}`;
}

/** 1.2E3 → 1200, 123.44999999999999 → 123.45; beyond 15 digits the lost ones are shown as `…`. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= 10 ** EXACT_DIGITS) {
    return `${value.toFixed(0).slice(0, EXACT_DIGITS)}…`;
  }
  const rounded = Number(value.toPrecision(EXACT_DIGITS));
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(12).replace(/\.?0+$/, '') : text;
}
