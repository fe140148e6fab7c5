import fc from 'fast-check';
import { normaliseChinesePhone, splitExtension } from './phone-number';

test.each([
  ['13900011234', '+8613900011234', 'mobile'],
  ['139 0001 1234', '+8613900011234', 'mobile'],
  ['139-0001-1234', '+8613900011234', 'mobile'],
  ['+86 139 0001 1234', '+8613900011234', 'mobile'],
  ['+8613900011234', '+8613900011234', 'mobile'],
  ['008613900011234', '+8613900011234', 'mobile'],
  ['8613900011234', '+8613900011234', 'mobile'],
  ['013900011234', '+8613900011234', 'mobile'],
  ['１３９０００１１２３４', '+8613900011234', 'mobile'],
  ['＋８６　１３９００011234', '+8613900011234', 'mobile'],
  ["'13900011234", '+8613900011234', 'mobile'],
  ['\u202a13900011234\u202c', '+8613900011234', 'mobile'],
  ['\u00a013900011234\t', '+8613900011234', 'mobile'],
  ['010-12345678', undefined, 'impossible'],
  ['010-62345678', '+861062345678', 'landline'],
  ['(010)62345678', '+861062345678', 'landline'],
  ['（010）6234 5678', '+861062345678', 'landline'],
  ['+86 (0)10 6234 5678', '+861062345678', 'landline'],
  ['+86-10-62345678', '+861062345678', 'landline'],
  ['861062345678', undefined, 'too-long'],
  ['86 010 62345678', '+861062345678', 'landline'],
  ['1062345678', '+861062345678', 'landline'],
  ['021-52345678', '+862152345678', 'landline'],
  ['0571-87654321', '+8657187654321', 'landline'],
  ['0571-8765-4321', '+8657187654321', 'landline'],
  ['0571 8765432', '+865718765432', 'landline'],
  ['0571—87654321', '+8657187654321', 'landline'],
  ['57187654321', '+8657187654321', 'landline'],
  ['0314-2123456', '+863142123456', 'landline'],
  ['+852 2123 4567', '+85221234567', 'international'],
  ['0085221234567', '+85221234567', 'international'],
  ['+1 (415) 555-2671', '+14155552671', 'international'],
  ['', undefined, 'empty'],
  [' \u200b ', undefined, 'empty'],
  ['无', undefined, 'not-a-number'],
  ['1390001123a', undefined, 'not-a-number'],
  ['+', undefined, 'not-a-number'],
  ['1.39E+10', undefined, 'not-a-number'],
  ['13900011234/13900011235', undefined, 'several-numbers'],
  ['13900011234、010-62345678', undefined, 'several-numbers'],
  ['13900011234,13900011235', undefined, 'several-numbers'],
  ['87654321', undefined, 'no-area-code'],
  ['8765432', undefined, 'no-area-code'],
  ['87654321-801', undefined, 'no-area-code'],
  ['12', undefined, 'too-short'],
  ['139000112', undefined, 'too-short'],
  ['139000112345', undefined, 'too-long'],
  ['12900011234', undefined, 'impossible'],
  ['010-02345678', undefined, 'impossible'],
  ['+86 123', undefined, 'service-number'],
  ['110', undefined, 'service-number'],
  ['12345', undefined, 'service-number'],
  ['95598', undefined, 'service-number'],
  ['400-810-0000', undefined, 'service-number'],
  ['8008100000', undefined, 'service-number'],
  ['+1234567', '+1234567', 'international'],
  ['+123456789012345', '+123456789012345', 'international'],
  ['+123', undefined, 'too-short'],
  ['+1234567890123456', undefined, 'too-long'],
  ['+0234567890', undefined, 'impossible'],
])('"%s" → %s (%s)', (raw, e164, kindOrReason) => {
  expect(normaliseChinesePhone(raw)).toEqual(
    e164 ? { ok: true, e164, kind: kindOrReason } : { ok: false, reason: kindOrReason },
  );
});

test.each([
  ['010-62345678转801', '+861062345678', '801'],
  ['010-62345678 转 801', '+861062345678', '801'],
  ['010-62345678转：801', '+861062345678', '801'],
  ['0571-87654321-8001', '+8657187654321', '8001'],
  ['0571-8765-4321-8001', '+8657187654321', '8001'],
  ['(0571)87654321-12', '+8657187654321', '12'],
  ['057187654321 ext. 12', '+8657187654321', '12'],
  ['057187654321 EXT12', '+8657187654321', '12'],
  ['057187654321x12', '+8657187654321', '12'],
  ['057187654321#12', '+8657187654321', '12'],
  ['057187654321分机号12', '+8657187654321', '12'],
  ['０５７１－８７６５４３２１－１２', '+8657187654321', '12'],
  ['13900011234-4321', '+8613900011234', '4321'],
])('"%s" → %s, extension %s', (raw, e164, extension) => {
  expect(normaliseChinesePhone(raw)).toMatchObject({ ok: true, e164, extension });
});

test.each([
  ['139-0001-1234', '139-0001-1234', undefined],
  ['010-6234-5678', '010-6234-5678', undefined],
  ['0571-8765-4321', '0571-8765-4321', undefined],
  ['87654321-801', '87654321', '801'],
])(
  '"%s": a hyphen separates unless a complete number stands before the last one',
  (raw, number, extension) => {
    expect(splitExtension(raw)).toEqual({ number, extension });
  },
);

test('what came out goes in again unchanged, and is E.164', () => {
  const written = fc.stringMatching(/^[+0-9() -]{5,18}$/);
  fc.assert(
    fc.property(written, (raw) => {
      const parsed = normaliseChinesePhone(raw);
      if (!parsed.ok) return;
      expect(parsed.e164).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(normaliseChinesePhone(parsed.e164)).toMatchObject({ ok: true, e164: parsed.e164 });
    }),
    { numRuns: 2000 },
  );
});

test('any text is answered, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
      expect(typeof normaliseChinesePhone(raw).ok).toBe('boolean');
    }),
  );
});
