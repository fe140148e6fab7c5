import { normaliseCaller } from './phone-number';

describe('the number of a caller', () => {
  it.each([
    ['13900010001', '+8613900010001'],
    ['01062345678', '+861062345678'],
    ['+8613900010001', '+8613900010001'],
    ['110', '110'],
    ['anonymous', ''],
    ['Unavailable', ''],
    ['', ''],
  ])('%p is %p', (received, number) => {
    expect(normaliseCaller(received)).toBe(number);
  });
});
