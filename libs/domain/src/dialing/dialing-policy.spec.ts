import { localDate } from '../shared';
import { type DialingPolicy, policyInForce } from './dialing-policy';
import { parseDialingPolicy } from './parse-dialing-policy';
import { policyDocument } from './policy-document';
import { STANDARD_POLICY, TEST_POLICY } from './standard-policy';

type Tree = { [field: string]: Tree & string };

/** The standard policy as JSON with one change. */
function changed(change: (document: Tree) => void): unknown {
  const document = JSON.parse(JSON.stringify(policyDocument(STANDARD_POLICY))) as Tree;
  change(document);
  return document;
}

const set = (target: unknown, field: string, value: unknown) => {
  (target as Record<string, unknown>)[field] = value;
};

test.each([
  ['standard', STANDARD_POLICY],
  ['test', TEST_POLICY],
])('the %s policy is written as a document and read back unchanged', (_, policy) => {
  const document: unknown = JSON.parse(JSON.stringify(policyDocument(policy)));
  expect(parseDialingPolicy(document)).toEqual({ ok: true, value: policy });
});

test('times are written for people', () => {
  expect(policyDocument(STANDARD_POLICY)).toMatchObject({
    windows: {
      resident: {
        days: 'every-day',
        ranges: [
          { from: '09:00', to: '12:00' },
          { from: '14:00', to: '20:00' },
        ],
      },
      organisation: {
        days: 'working-days',
        ranges: [
          { from: '09:00', to: '12:00' },
          { from: '14:00', to: '17:30' },
        ],
      },
    },
  });
});

test.each<[string, (document: Tree) => void, string]>([
  [
    'a window at lunch',
    (d) => set(d.windows!.resident!.ranges![0], 'to', '13:00'),
    'windows.resident.ranges',
  ],
  [
    'a window at night',
    (d) => set(d.windows!.resident!.ranges![1], 'to', '22:00'),
    'windows.resident.ranges',
  ],
  ['no window at all', (d) => set(d.windows!.organisation, 'ranges', []), 'windows.organisation.ranges'],
  [
    'windows out of order',
    (d) => (d.windows!.resident!.ranges as unknown as unknown[]).reverse(),
    'windows.resident.ranges',
  ],
  [
    'a window backwards',
    (d) => set(d.windows!.resident!.ranges![0], 'from', '12:00'),
    'windows.resident.ranges[0].to',
  ],
  [
    'a time that is none',
    (d) => set(d.windows!.resident!.ranges![0], 'from', '9:00'),
    'windows.resident.ranges[0].from',
  ],
  ['rest times that leave the night open', (d) => set(d, 'restTimes', []), 'restTimes'],
  ['a fourth kind of customer', (d) => set(d.windows, 'farm', {}), 'windows.farm'],
  ['a kind of customer missing', (d) => set(d.windows, 'resident', undefined), 'windows.resident'],
  [
    'no attempt at all',
    (d) => set(d.attempts!['bill-notice'], 'maxCounted', 0),
    'attempts.bill-notice.maxCounted',
  ],
  [
    'a spacing missing',
    (d) => set(d.attempts!['bill-notice']!.spacingSeconds, 'busy', undefined),
    'attempts.bill-notice.spacingSeconds.busy',
  ],
  [
    'a spacing of zero',
    (d) => set(d.attempts!['bill-notice']!.spacingSeconds, 'busy', 0),
    'attempts.bill-notice.spacingSeconds.busy',
  ],
  [
    'a spacing misspelt',
    (d) => set(d.attempts!['bill-notice']!.spacingSeconds, 'bussy', 5),
    'attempts.bill-notice.spacingSeconds.bussy',
  ],
  ['a back-off that shrinks', (d) => set(d.technical, 'factor', 0.5), 'technical.factor'],
  ['ringing for ever', (d) => set(d, 'ringSeconds', 121), 'ringSeconds'],
  ['a success rule that is none', (d) => set(d, 'successRule', 'always'), 'successRule'],
  ['a cap of zero calls', (d) => set(d.frequencyCaps![0], 'maxCalls', 0), 'frequencyCaps[0].maxCalls'],
  ['a date that is none', (d) => set(d, 'validFrom', '2026-02-30'), 'validFrom'],
  ['no name', (d) => set(d, 'id', ''), 'id'],
  ['repeats without end', (d) => set(d.dialogue, 'maxRepeats', 100), 'dialogue.maxRepeats'],
  ['an unknown field', (d) => set(d, 'colour', 'red'), 'colour'],
])('%s is refused and named', (_, change, path) => {
  const parsed = parseDialingPolicy(changed(change));
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.error.map((problem) => problem.path)).toContain(path);
});

test('all problems are told at once', () => {
  const parsed = parseDialingPolicy({});
  expect(parsed.ok ? 0 : parsed.error.length).toBeGreaterThan(20);
});

test('the night is open for the lab only', () => {
  const document = { ...policyDocument(TEST_POLICY), labOnly: false };
  expect(parseDialingPolicy(document)).toMatchObject({ ok: false, error: [{ path: 'restTimes' }] });
});

test('§6: three attempts at most for bills and arrears', () => {
  for (const policy of [STANDARD_POLICY, TEST_POLICY]) {
    expect(policy.attempts['bill-notice'].maxCounted).toBe(3);
    expect(policy.attempts['arrears-reminder'].maxCounted).toBe(3);
  }
});

describe('the policy in force', () => {
  const from = (id: string, validFrom: string): DialingPolicy => ({
    ...STANDARD_POLICY,
    id,
    validFrom: localDate(validFrom),
  });
  const policies = [from('b', '2026-07-01'), from('a', '2026-01-01'), from('c', '2027-01-01')];

  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'a'],
    ['2026-06-30', 'a'],
    ['2026-07-01', 'b'],
    ['2028-01-01', 'c'],
  ])('on %s is %s', (date, id) => {
    expect(policyInForce(policies, localDate(date))?.id).toBe(id);
  });

  test('two of the same day: the one added later', () => {
    expect(policyInForce([...policies, from('b2', '2026-07-01')], localDate('2026-08-01'))?.id).toBe('b2');
  });
});
