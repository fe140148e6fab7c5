import { parseBenchOptions } from './bench-options';

describe('the bench options', () => {
  it('measure both halves of the dialer, a million rows', () => {
    expect(parseBenchOptions(['dialer'])).toMatchObject({
      bench: 'dialer',
      parts: ['calls', 'import'],
      rows: 1_000_000,
    });
  });

  it('take one half and a file for the figures', () => {
    expect(
      parseBenchOptions(['dialer', '--part', 'import', '--rows', '5000', '--json', 'figures.json']),
    ).toMatchObject({ parts: ['import'], rows: 5_000, json: 'figures.json' });
  });

  it.each([
    [[], 'the bench is missing: give dialer'],
    [['console'], 'the bench "console" is unknown: give dialer'],
    [['dialer', 'ivr'], 'name one bench only'],
    [['dialer', '--part', 'all'], '--part "all" is unknown: give calls or import'],
    [['dialer', '--rows', '10'], '--rows 10: give a whole number from 1000 to 5000000'],
    [['dialer', '--seconds', '1.5'], '--seconds 1.5: give a whole number'],
    [['people', '--staff', '10'], '--staff 10: give a whole number from 50 to 20000'],
    [['dialer', '--fast'], '--fast'],
  ])('refuse %j, saying what to give', (args, words) => {
    expect(() => parseBenchOptions(args)).toThrow(words);
  });
});
