import fc from 'fast-check';
import { formatYuan, MAX_FEN, parseYuan } from './money';

test.each([
  ['10050.30', 1_005_030],
  ['10050.3', 1_005_030],
  ['0', 0],
  ['-0.00', 0],
  ['0.01', 1],
  ['-3', -300],
  ['+3.5', 350],
  ['1,234.50', 123_450],
  ['1,234,567', 123_456_700],
  ['¥12.00', 1200],
  ['￥ 12', 1200],
  ['-¥12', -1200],
  ['１２．５元', 1250],
  ['  7.7 元 ', 770],
  ['007', 700],
  ['19.99', 1999],
  ['9999999999.99', MAX_FEN],
])('"%s" yuan → %i fen', (text, fen) => {
  const parsed = parseYuan(text);
  expect(parsed).toEqual({ ok: true, value: fen });
  expect(Object.is(parsed.ok && parsed.value, -0)).toBe(false);
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['元', 'empty'],
  ['12.345', 'too-many-decimals'],
  ['12.340', 'too-many-decimals'],
  ['10000000000', 'out-of-range'],
  ['1e3', 'not-a-number'],
  ['.5', 'not-a-number'],
  ['5.', 'not-a-number'],
  ['12,34', 'not-a-number'],
  ['1 234', 'not-a-number'],
  ['一百', 'not-a-number'],
  ['--1', 'not-a-number'],
  ['NaN', 'not-a-number'],
  ['=1+1', 'not-a-number'],
])('"%s" is refused: %s', (text, error) => {
  expect(parseYuan(text)).toEqual({ ok: false, error });
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -MAX_FEN, max: MAX_FEN }), (fen) => {
      expect(parseYuan(formatYuan(fen))).toEqual({ ok: true, value: fen });
    }),
  );
});

test.each([
  [5, '0.05'],
  [-5, '-0.05'],
  [0, '0.00'],
  [1_005_030, '10050.30'],
])('%i fen is written %s', (fen, text) => {
  expect(formatYuan(fen)).toBe(text);
});

test.each([0.5, Number.NaN, Infinity, MAX_FEN + 1])('%d is no amount', (fen) => {
  expect(() => formatYuan(fen)).toThrow(RangeError);
});
