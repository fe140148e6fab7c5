import { followUpRates } from './follow-up-figures';
import { STANDARD_FOLLOW_UP_POLICY } from './follow-up-policy';
import { afterDissatisfaction, followUpAfter, isFollowedUp, judgementOf } from './follow-up-rules';

describe('what is followed up (§4)', () => {
  it.each([
    ['complaint', 'decided', { purpose: 'decision-reply', basis: 'each' }],
    ['complaint', 'closed', { purpose: 'call-back', basis: 'each' }],
    ['misconduct-report', 'decided', { purpose: 'decision-reply', basis: 'each' }],
    ['misconduct-report', 'closed', { purpose: 'call-back', basis: 'each' }],
    ['query', 'closed', { purpose: 'call-back', basis: 'each' }],
    ['consultation', 'closed', { purpose: 'call-back', basis: 'each' }],
    ['application', 'closed', { purpose: 'call-back', basis: 'each' }],
    ['fault', 'restored', { purpose: 'call-back', basis: 'fault' }],
  ])('%s %s: %j', (kind, event, expected) => {
    expect(followUpAfter(kind, event)).toMatchObject(expected);
  });

  it.each([
    ['fault', 'closed'],
    ['suggestion', 'closed'],
    ['hard-question', 'closed'],
    ['call-back-request', 'closed'],
    ['complaint', 'answered'],
    ['query', 'decided'],
  ])('%s %s: nothing', (kind, event) => {
    expect(followUpAfter(kind, event)).toBeUndefined();
  });

  it('is every complaint, unless the policy says fewer', () => {
    const share = (complaint: number) => ({
      ...STANDARD_FOLLOW_UP_POLICY,
      sharePercent: { ...STANDARD_FOLLOW_UP_POLICY.sharePercent, complaint },
    });
    const numbers = Array.from({ length: 2000 }, (_, index) => `W20260302-${index}`);
    const picked = (percent: number) =>
      numbers.filter((number) => isFollowedUp('complaint', number, share(percent)));
    expect(picked(100)).toHaveLength(2000);
    expect(picked(0)).toEqual([]);
    expect(Math.abs(picked(30).length - 600)).toBeLessThan(80);
  });
});

describe('what customers say', () => {
  it.each([
    [5, 'satisfied'],
    [4, 'satisfied'],
    [3, 'neutral'],
    [2, 'dissatisfied'],
    [1, 'dissatisfied'],
  ])('%i is %s', (points, judgement) => {
    expect(judgementOf(points, STANDARD_FOLLOW_UP_POLICY)).toBe(judgement);
  });

  it('opens the case again, or a complaint where the case was done', () => {
    expect(afterDissatisfaction('complaint')).toBe('reopen');
    expect(afterDissatisfaction('fault')).toBe('open-complaint');
  });
});

describe('figures of follow-ups', () => {
  const NONE = {
    planned: 0,
    excluded: 0,
    done: 0,
    doneOnTime: 0,
    notReached: 0,
    overdue: 0,
    rated: 0,
    satisfied: 0,
    dissatisfied: 0,
  };

  it('are shares of what was planned and of who answered', () => {
    expect(
      followUpRates({ ...NONE, planned: 3000, done: 2999, doneOnTime: 1500, rated: 8, satisfied: 7 }),
    ).toEqual({ donePercent: 99.9, onTimePercent: 50, satisfiedPercent: 87.5 });
  });

  it('are absent where nothing was planned', () => {
    expect(followUpRates(NONE)).toEqual({});
  });
});
