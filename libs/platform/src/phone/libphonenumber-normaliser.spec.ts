import { phoneNormaliser } from './libphonenumber-normaliser';

describe('phone numbers of an import (T2.3)', () => {
  const normalise = phoneNormaliser();

  it.each([
    ['13900110001', '+8613900110001', undefined],
    ['+86 139 0011 0001', '+8613900110001', undefined],
    ['０１０－６２３４５６７８', '+861062345678', undefined],
    ['(0571) 8765 4321 转 801', '+8657187654321', '801'],
    ['021-54321000-12', '+862154321000', '12'],
    ['+852 2123 4567', '+85221234567', undefined],
    ['0044 20 7946 0958', '+442079460958', undefined],
  ])('%s is %s', (raw, e164, extension) => {
    expect(normalise(raw)).toMatchObject({ ok: true, e164 });
    const parsed = normalise(raw);
    expect(parsed.ok && parsed.extension).toBe(extension);
  });

  it.each([
    ['62345678', 'no-area-code'],
    ['95598', 'service-number'],
    ['+852 212', 'too-short'],
    ['+999 1234 5678', 'impossible'],
    ['13900110001/13900110002', 'several-numbers'],
    ['none', 'not-a-number'],
  ])('%s is refused as %s', (raw, reason) => {
    expect(normalise(raw)).toEqual({ ok: false, reason });
    expect(normalise(raw)).toEqual({ ok: false, reason });
  });
});
