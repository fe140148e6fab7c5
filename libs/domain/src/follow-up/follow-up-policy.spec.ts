import { followUpPolicyDocument, parseFollowUpPolicy, STANDARD_FOLLOW_UP_POLICY } from './follow-up-policy';

type Document = Record<string, unknown>;

const STANDARD = followUpPolicyDocument(STANDARD_FOLLOW_UP_POLICY);

const problemsOf = (changed: Document) => {
  const parsed = parseFollowUpPolicy({ ...STANDARD, ...changed });
  return parsed.ok ? [] : parsed.error.map(({ path }) => path);
};

describe('the policy of follow-up calls', () => {
  it('is read back as it is written', () => {
    expect(parseFollowUpPolicy(STANDARD)).toEqual({ ok: true, value: STANDARD_FOLLOW_UP_POLICY });
  });

  it('calls nobody after 22:00 (art. 21(11))', () => {
    const late = {
      ...(STANDARD.hours as Document),
      resident: { workingDays: [{ from: '20:00', to: '22:30' }], restDays: [] },
    };
    expect(problemsOf({ hours: late })).toEqual(['hours.resident.workingDays[0].to']);
    expect(problemsOf({ hours: late, latest: '23:00' })).toEqual([]);
  });

  it.each<[string, Document, string[]]>([
    [
      'a share above all',
      { sharePercent: { ...(STANDARD.sharePercent as Document), fault: 101 } },
      ['sharePercent.fault'],
    ],
    [
      'a third of a hundredth',
      { sharePercent: { ...(STANDARD.sharePercent as Document), fault: 5.003 } },
      ['sharePercent.fault'],
    ],
    ['no working day', { dueWorkingDays: 0 }, ['dueWorkingDays']],
    [
      'satisfied and dissatisfied at once',
      { satisfiedFrom: 3, dissatisfiedAtMost: 3 },
      ['dissatisfiedAtMost'],
    ],
    ['a field that nobody knows', { tries: 3 }, ['tries']],
    [
      'ranges that overlap, and an office that never opens',
      {
        hours: {
          ...(STANDARD.hours as Document),
          resident: {
            workingDays: [
              { from: '09:00', to: '12:00' },
              { from: '11:00', to: '13:00' },
            ],
            restDays: [],
          },
          organisation: { workingDays: [], restDays: [] },
        },
      },
      ['hours.resident.workingDays[1].from', 'hours.organisation.workingDays'],
    ],
  ])('with %s is refused', (_, changed, paths) => {
    expect(problemsOf(changed)).toEqual(paths);
  });
});
