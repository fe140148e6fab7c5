import { matterOf } from './inbound-call';

describe('what a call was about', () => {
  it.each<[string | null, string[]]>([
    [null, []],
    ['bill', ['outages', 'bill']],
    ['bill', ['bill', 'human']],
    ['human', ['human']],
  ])('is %s after %j', (matter, asked) => {
    expect(matterOf(asked.map((what) => ({ what, at: '2026-03-02T01:00:00Z' })))).toBe(matter);
  });
});
