import { CHINESE_CALENDAR } from '../calendar';
import { announcementOf, maintenanceCopyDue } from './announcement';
import { escalate, escalatesAt, escalationOf } from './escalation';
import { parseOutagePolicy, STANDARD_OUTAGE_POLICY } from './outage-policy';

const at = (local: string) => new Date(`${local}:00+08:00`);

describe('the announcement of an outage (L27)', () => {
  it.each([
    ['planned', '2026-03-01T23:00', '2026-03-08T00:30', 'in-time'],
    ['planned', '2026-03-02T00:10', '2026-03-08T22:00', 'short'],
    ['planned', undefined, '2026-03-08T22:00', 'not-announced'],
    ['fault', undefined, '2026-03-08T22:00', 'not-needed'],
    ['temporary', '2026-03-08T21:00', '2026-03-08T22:00', 'not-needed'],
  ])('%s, announced %s, from %s: %s', (kind, announced, starts, expected) => {
    const announcedAt = announced === undefined ? undefined : at(announced);
    expect(announcementOf({ kind, announcedAt, startsAt: at(starts) }, STANDARD_OUTAGE_POLICY)).toBe(
      expected,
    );
  });
});

describe('approved maintenance (L26)', () => {
  const closes = (date: string) => at(`${date}T17:30`);
  it.each([
    ['2026-03-02T09:00', '2026-03-03T17:30'],
    ['2026-03-06T17:00', '2026-03-09T17:30'],
    ['2026-09-30T10:00', '2026-10-08T17:30'],
  ])('approved %s must be at the centre before %s', (approved, due) => {
    expect(maintenanceCopyDue(at(approved), STANDARD_OUTAGE_POLICY, CHINESE_CALENDAR, closes)).toEqual({
      dueAt: at(due),
      provisional: false,
    });
  });
});

describe('important customers who have not confirmed (art. 19)', () => {
  const steps = STANDARD_OUTAGE_POLICY.escalation.urgent;
  const now = at('2026-03-02T10:00');

  it('are escalated step by step, each to more people, the last again and again', () => {
    const seen = [];
    for (let level = 0; level < 6; level++) {
      const { recipients, nextAt } = escalate(steps, level, now);
      seen.push([recipients.length, (nextAt.getTime() - now.getTime()) / 60_000]);
    }
    expect(seen).toEqual([
      [1, 15],
      [2, 30],
      [3, 60],
      [4, 60],
      [4, 60],
      [4, 60],
    ]);
    expect(escalatesAt(steps, 0, now)).toEqual(at('2026-03-02T10:15'));
  });

  it('have days where the outage is planned and far, minutes else', () => {
    const planned = STANDARD_OUTAGE_POLICY.escalation.planned;
    expect(
      escalationOf({ kind: 'planned', startsAt: at('2026-03-09T08:00') }, now, STANDARD_OUTAGE_POLICY),
    ).toBe(planned);
    expect(
      escalationOf({ kind: 'planned', startsAt: at('2026-03-03T09:00') }, now, STANDARD_OUTAGE_POLICY),
    ).toBe(steps);
    expect(
      escalationOf({ kind: 'fault', startsAt: at('2026-03-09T08:00') }, now, STANDARD_OUTAGE_POLICY),
    ).toBe(steps);
  });

  it('need steps', () => {
    expect(() => escalatesAt([], 0, now)).toThrow(RangeError);
  });
});

describe('the policy of outages', () => {
  it('is read back as it is written', () => {
    expect(parseOutagePolicy({ ...STANDARD_OUTAGE_POLICY })).toEqual({
      ok: true,
      value: STANDARD_OUTAGE_POLICY,
    });
  });

  it('names everything that is wrong', () => {
    const parsed = parseOutagePolicy({
      ...STANDARD_OUTAGE_POLICY,
      announcementDays: -1,
      escalation: { planned: [], urgent: [{ afterMinutes: 0, recipient: 'nobody' }] },
    });
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([
      'announcementDays',
      'escalation.planned',
      'escalation.urgent[0].afterMinutes',
      'escalation.urgent[0].recipient',
    ]);
  });
});
