import { isDateFormatId, numberCellText, styleOfFormatCode } from './xlsx-cell';

describe('number cells', () => {
  it.each([
    ['1', '1'],
    ['123.45', '123.45'],
    ['123.44999999999999', '123.45'],
    ['0.1', '0.1'],
    ['1.2E3', '1200'],
    ['3.100123456789E12', '3100123456789'],
    ['-0.05', '-0.05'],
    ['1E-7', '0.0000001'],
    ['12345678901234567', '123456789012345…'],
    ['', ''],
  ])('%s is read as %s', (raw, text) => {
    expect(numberCellText(raw, 'general', false)).toBe(text);
  });

  it.each([
    ['46081', false, '2026-02-28'],
    ['46081.75', false, '2026-02-28 18:00:00'],
    ['46081.395833333', false, '2026-02-28 09:30:00'],
    ['44619', true, '2026-02-28'],
    ['60', false, '1900-02-28'],
  ])('day %s (from 1904: %s) is %s', (raw, from1904, text) => {
    expect(numberCellText(raw, 'date', from1904)).toBe(text);
  });

  it('pads an account number whose format asks for zeros', () => {
    expect(numberCellText('310012', { zeroPadded: 10 }, false)).toBe('0000310012');
  });

  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['0.00', 'general'],
    ['General', 'general'],
    ['#,##0.00"元/day"', 'general'],
    ['[Red]0', 'general'],
  ])('format %s means %s', (code, style) => {
    expect(styleOfFormatCode(code)).toBe(style);
  });

  it('knows the built-in formats of dates', () => {
    expect([14, 22, 57].every(isDateFormatId)).toBe(true);
    expect([0, 1, 2, 9, 49].some(isDateFormatId)).toBe(false);
  });
});
