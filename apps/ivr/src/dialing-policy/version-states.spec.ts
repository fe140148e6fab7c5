import { localDate, STANDARD_POLICY } from '@switchyard/domain';
import { showVersions } from './version-states';

const version = (validFrom: string, setBy: string) => ({
  policy: { ...STANDARD_POLICY, validFrom: localDate(validFrom) },
  setBy,
  setAt: new Date('2026-03-01T00:00:00Z'),
});

const states = (today: string, ...versions: Parameters<typeof showVersions>[0]) =>
  showVersions(versions, localDate(today)).map(({ setBy, state }) => [setBy, state]);

describe('versions of a dialing policy', () => {
  const [built, spring, summer] = [
    version('2024-01-01', 'system:ivr'),
    version('2026-03-01', 'spring'),
    version('2026-06-01', 'summer'),
  ];

  it('are shown the latest first, with the one that holds', () => {
    expect(states('2026-04-01', built, spring, summer)).toEqual([
      ['summer', 'to-come'],
      ['spring', 'in-force'],
      ['system:ivr', 'past'],
    ]);
  });

  it('of one day give way to the one set last', () => {
    expect(states('2026-03-01', built, spring, version('2026-03-01', 'corrected'))).toEqual([
      ['corrected', 'in-force'],
      ['spring', 'past'],
      ['system:ivr', 'past'],
    ]);
  });

  it('may all be to come', () => {
    expect(states('2026-05-01', summer)).toEqual([['summer', 'to-come']]);
  });
});
