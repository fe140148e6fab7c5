import type { ClockEvent, ClockFacts } from './matches';
import { parseClockPolicy } from './parse-clock-policy';
import { STANDARD_CLOCK_POLICIES } from './standard/standard-policies';
import { CALENDAR, assigned, clocks, cn, event, levelTimes, local, stage } from '../test-support/scenario';
import { clocksOf } from '../engine';
import { STANDARD_CLOCK_POLICY_VERSIONS } from './standard/standard-policies';

const BUSINESS = 'business';
const DISCIPLINE = 'discipline-inspection';
const OPENED = event('opened', '2026-11-09 09:00');
const milestone = (time: string, name: string): ClockEvent =>
  event('milestone-reached', time, { milestone: name }, BUSINESS);

/** Limit, policy, owner and due date of every clock that runs. */
function running(facts: ClockFacts, events: readonly ClockEvent[]): (string | undefined)[][] {
  return clocks(facts, events)
    .filter(({ state }) => state === 'running')
    .map(({ policyId, owner, dueAt }) => [policyId, owner, local(dueAt)]);
}

test('every limit of §3 that is a clock is there, and no other', () => {
  const limits = new Set(STANDARD_CLOCK_POLICIES.map(({ limit }) => limit));
  const numbers = Array.from({ length: 30 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`);
  expect([...limits].sort()).toEqual([...numbers, 'L34']);
});

test('each is a valid document, also after a journey through JSON', () => {
  for (const policy of STANDARD_CLOCK_POLICIES) {
    expect(parseClockPolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
  }
});

test('the units are those of §13a', () => {
  const units = (unit: string) =>
    [
      ...new Set(
        STANDARD_CLOCK_POLICIES.filter(({ target }) => target.unit === unit).map(({ limit }) => limit),
      ),
    ].sort();
  expect(units('working-days')).toEqual(
    [...'07 08 09 10 11 14 15 16 18 19 20 23 24 25 26'.split(' ')].map((number) => `L${number}`),
  );
  expect(units('elapsed-minutes')).toEqual(
    [...'01 02 03 04 05 06 17 28 29 30'.split(' ')].map((number) => `L${number}`),
  );
  expect(units('calendar-days')).toEqual(['L12', 'L13', 'L21', 'L22']);
  expect(units('months')).toEqual(['L21', 'L22']);
  expect(units('given')).toEqual(['L27', 'L34']);
});

describe('a fault (§2.1)', () => {
  const toRepair = assigned('2026-11-14 23:00', 'repair');

  it.each([
    ['urban', 'L01', '2026-11-14 23:45'],
    ['suburb', 'L02', '2026-11-15 00:30'],
    ['remote', 'L03', '2026-11-15 01:00'],
    ['special-remote', 'L04', '2026-11-15 03:00'],
  ])('%s: the crew arrives by %s', (areaClass, policyId, due) => {
    expect(running({ kind: 'fault', areaClass }, [OPENED, toRepair])).toEqual([
      [policyId, 'repair', due],
      ['L06', 'repair', '2026-11-14 23:10'],
    ]);
  });

  it('reports from the site within half an hour of arrival', () => {
    const events = [
      OPENED,
      toRepair,
      event('dispatched', '2026-11-14 23:05', {}, 'repair'),
      event('arrived', '2026-11-14 23:40', {}, 'repair'),
    ];
    expect(running({ kind: 'fault', areaClass: 'urban' }, events)).toEqual([
      ['L05', 'repair', '2026-11-15 00:10'],
    ]);
    const reported = event('site-reported', '2026-11-15 00:05', {}, 'repair');
    expect(running({ kind: 'fault', areaClass: 'urban' }, [...events, reported])).toEqual([]);
  });

  it('keeps start and pauses when its area’s class turns out to be another', () => {
    const [urban] = clocks({ kind: 'fault', areaClass: 'urban' }, [OPENED, toRepair]);
    const [remote] = clocks({ kind: 'fault', areaClass: 'remote' }, [OPENED, toRepair]);
    expect([remote?.stage, remote?.cycle, remote?.startedAt]).toEqual([
      urban?.stage,
      urban?.cycle,
      urban?.startedAt,
    ]);
  });
});

describe('a complaint (C1)', () => {
  it('is forwarded at once, lies two calendar days with a department, four working days with discipline inspection', () => {
    expect(running({ kind: 'complaint' }, [OPENED])).toEqual([['L17', 'centre', '2026-11-09 09:10']]);
    const friday = '2026-11-13 16:00';
    expect(running({ kind: 'complaint' }, [OPENED, assigned(friday)])).toEqual([
      ['L12', BUSINESS, '2026-11-16 17:30'],
    ]);
    expect(running({ kind: 'complaint' }, [OPENED, assigned(friday, DISCIPLINE)])).toEqual([
      ['L14', DISCIPLINE, '2026-11-19 17:30'],
      ['L16-complaint', DISCIPLINE, '2026-11-19 17:30'],
    ]);
  });

  it('sent on to another department: the first one’s clock ends, the other’s is its own', () => {
    const forwarded = event(
      'forwarded',
      '2026-11-10 10:00',
      { department: DISCIPLINE, reason: '廉政' },
      DISCIPLINE,
    );
    const found = clocks({ kind: 'complaint' }, [OPENED, assigned('2026-11-09 09:05'), forwarded]);
    expect(stage(found, 'department-result', BUSINESS)).toMatchObject([
      { state: 'ended', endedBy: 'forwarded' },
    ]);
    expect(stage(found, 'department-result', DISCIPLINE)).toMatchObject([
      { state: 'running', startedAt: cn('2026-11-10 10:00'), cycle: 1 },
    ]);
  });

  it('is told within a working day of the result, called back within a working day of closing; one call may satisfy both (C4)', () => {
    const events = [OPENED, assigned('2026-11-09 09:05'), event('answered', '2026-11-10 10:00')];
    expect(running({ kind: 'complaint' }, events)).toEqual([['L18', 'centre', '2026-11-11 17:30']]);
    const closed = event('closed', '2026-11-11 09:00');
    expect(running({ kind: 'complaint' }, [...events, closed])).toEqual([
      ['L18', 'centre', '2026-11-11 17:30'],
      ['L19', 'centre', '2026-11-12 17:30'],
    ]);
    const calledBack = event('called-back', '2026-11-11 10:00');
    expect(running({ kind: 'complaint' }, [...events, closed, calledBack])).toEqual([]);
  });

  it('of somebody who cannot be reached has no clock for telling or calling back (C5)', () => {
    const events = [OPENED, assigned('2026-11-09 09:05'), event('answered', '2026-11-10 10:00')];
    const closed = event('closed', '2026-11-11 09:00');
    expect(running({ kind: 'complaint', contactable: false }, [...events, closed])).toEqual([]);
  });

  it('of major impact reaches the province, others do not (§22)', () => {
    const roles = (major: boolean) =>
      stage(
        clocks({ kind: 'complaint', major }, [assigned('2026-11-09 09:05')]),
        'department-result',
      )[0]?.levels.map(({ level, recipients }) => [level, ...recipients]);
    const others = [
      [1, 'owner', 'liaison'],
      [2, 'department-head', 'shift-leader'],
      [3, 'centre-head', 'city'],
    ];
    expect(roles(false)).toEqual(others);
    expect(roles(true)).toEqual([...others, [4, 'province']]);
  });
});

describe('a report of misconduct (C2)', () => {
  it('lies nine working days with discipline inspection, warned of after nine calendar days', () => {
    const [clock] = stage(
      clocks({ kind: 'misconduct-report' }, [assigned('2026-11-09 09:05', DISCIPLINE)]),
      'department-result',
    );
    expect([clock?.policyId, local(clock?.dueAt)]).toEqual(['L15', '2026-11-20 17:30']);
    expect(clock?.levels[0]).toMatchObject({ level: 0, at: cn('2026-11-18 17:30') });
  });

  it('lies nine calendar days elsewhere, moved on from a rest day', () => {
    const facts = { kind: 'misconduct-report' };
    expect(running(facts, [assigned('2026-11-09 09:05')])).toEqual([['L13', BUSINESS, '2026-11-18 17:30']]);
    expect(running(facts, [assigned('2026-11-12 09:05')])).toEqual([['L13', BUSINESS, '2026-11-23 17:30']]);
  });
});

test.each([
  ['query', BUSINESS, 'L07', 'L08'],
  ['consultation', BUSINESS, 'L09', 'L10'],
  ['consultation', 'expert-group', 'L11', 'L10'],
])('a %s at %s: two working days, and one for the centre', (kind, department, atDepartment, atCentre) => {
  const events = [OPENED, assigned('2026-11-13 10:00', department)];
  expect(running({ kind }, events)).toEqual([[atDepartment, department, '2026-11-17 17:30']]);
  const answered = event('answered', '2026-11-16 10:00');
  expect(running({ kind }, [...events, answered])).toEqual([[atCentre, 'centre', '2026-11-17 17:30']]);
});

describe('an application (L20–L23)', () => {
  const application = { kind: 'application', applicationKind: 'new-supply' };

  it.each([
    [
      'low',
      'resident',
      [
        ['L21-low-voltage', BUSINESS, '2026-11-19 17:30'],
        ['L23-residential', BUSINESS, '2026-11-16 17:30'],
      ],
    ],
    ['high-single', 'organisation', [['L21-high-voltage-single', BUSINESS, '2026-12-09 17:30']]],
    ['high-dual', 'organisation', [['L21-high-voltage-dual', BUSINESS, '2027-01-11 17:30']]],
  ])('%s voltage of a %s', (voltage, customerKind, expected) => {
    const sorted = running({ ...application, voltage, customerKind }, [OPENED]).sort();
    expect(sorted).toEqual(expected);
  });

  it('a design is reviewed, power is on, and the customer is called back', () => {
    const facts = { ...application, voltage: 'low', customerKind: 'sole-trader' };
    const events = [
      OPENED,
      milestone('2026-11-10 10:00', 'supply-plan-told'),
      milestone('2026-11-11 10:00', 'design-submitted'),
    ];
    expect(running(facts, events)).toEqual([['L22-low-voltage', BUSINESS, '2026-11-23 17:30']]);
    events.push(
      milestone('2026-11-12 10:00', 'design-reviewed'),
      milestone('2026-11-12 10:00', 'ready-to-connect'),
    );
    expect(running(facts, events)).toEqual([['L23-other', BUSINESS, '2026-11-19 17:30']]);
    events.push(milestone('2026-11-13 10:00', 'connected'), event('closed', '2026-11-13 11:00'));
    expect(running(facts, events)).toEqual([['L20', 'centre', '2026-11-16 17:30']]);
  });
});

describe('promises and lost calls', () => {
  const promised = (time: string, at: string) => event('promised', time, { at, to: '客户' });

  it('a promised reply is due as promised, reminded of half an hour before (L34)', () => {
    const [clock] = clocks({ kind: 'query' }, [promised('2026-11-09 17:00', '2026-11-10T10:00:00+08:00')]);
    expect(clock).toMatchObject({ policyId: 'L34', dueBy: 'given', owner: 'centre' });
    expect(levelTimes(clock!)).toEqual(['2026-11-10 09:30', '2026-11-10 10:00', '2026-11-11 17:30']);
  });

  it('another promise takes the place of the first; one that was broken stays broken', () => {
    const first = promised('2026-11-09 09:00', '2026-11-09T10:00:00+08:00');
    const [kept] = clocks({ kind: 'query' }, [
      first,
      promised('2026-11-09 09:30', '2026-11-09T12:00:00+08:00'),
    ]);
    expect(kept).toMatchObject({ state: 'ended', cycle: 1 });
    expect(kept?.breachesAt).toBeUndefined();
    const late = clocks({ kind: 'query' }, [
      first,
      promised('2026-11-09 11:00', '2026-11-09T12:00:00+08:00'),
    ]);
    expect(late).toMatchObject([
      { state: 'ended', breachesAt: cn('2026-11-09 10:00') },
      { state: 'running', cycle: 2, dueAt: cn('2026-11-09 12:00') },
    ]);
  });

  it('a promise that lies in the past is due when it is given, one without a time is none', () => {
    expect(clocks({ kind: 'query' }, [promised('2026-11-09 17:00', '2026-11-08T10:00:00Z')])).toMatchObject([
      { dueAt: cn('2026-11-09 17:00') },
    ]);
    expect(clocks({ kind: 'query' }, [promised('2026-11-09 17:00', 'soon')])).toEqual([]);
  });

  it('a lost call is called back within 24 hours, day and night (L30)', () => {
    expect(running({ kind: 'call-back-request' }, [event('opened', '2026-11-14 20:00')])).toEqual([
      ['L30', 'centre', '2026-11-15 20:00'],
    ]);
  });
});

describe('outages and data of which customers are told (L24–L29)', () => {
  const ofOutage = (kind: string, events: readonly ClockEvent[]) =>
    clocksOf({ subject: 'outage', facts: { kind } }, events, STANDARD_CLOCK_POLICY_VERSIONS, CALENDAR).map(
      ({ policyId, state, dueAt }) => [policyId, state, local(dueAt)],
    );

  it('a planned one is copied within a working day, announced seven days ahead and has a call plan at once', () => {
    const registered = event('registered', '2026-11-10 09:00', { startsAt: '2026-11-25T08:00:00+08:00' });
    expect(ofOutage('planned', [event('approved', '2026-11-09 16:00'), registered])).toEqual([
      ['L26', 'met', '2026-11-10 17:30'],
      ['L27', 'running', '2026-11-18 08:00'],
      ['L29', 'running', '2026-11-10 09:10'],
    ]);
  });

  it('one that is put off has to be announced seven days before its new start', () => {
    const registered = event('registered', '2026-11-10 09:00', { startsAt: '2026-11-25T08:00:00+08:00' });
    const moved = event('start-moved', '2026-11-11 09:00', { startsAt: '2026-12-05T08:00:00+08:00' });
    expect(ofOutage('planned', [registered, moved])[0]).toEqual(['L27', 'running', '2026-11-28 08:00']);
    const announced = event('announced', '2026-11-10 10:00');
    expect(ofOutage('planned', [registered, announced, moved])[0]).toEqual([
      'L27',
      'met',
      '2026-11-18 08:00',
    ]);
  });

  it('one that comes to late to be announced in time is late at once', () => {
    const registered = event('registered', '2026-11-10 09:00', { startsAt: '2026-11-12T08:00:00+08:00' });
    expect(ofOutage('planned', [registered])[0]).toEqual(['L27', 'running', '2026-11-10 09:00']);
  });

  it('a sudden one is told in time; once it is over nothing runs on', () => {
    const registered = event('registered', '2026-11-10 02:00');
    expect(ofOutage('fault', [registered])).toEqual([
      ['L28', 'running', '2026-11-10 02:10'],
      ['L29', 'running', '2026-11-10 02:10'],
    ]);
    const over = ofOutage('fault', [registered, event('restored', '2026-11-10 02:05')]);
    expect(over.map(([, state]) => state)).toEqual(['ended', 'ended']);
  });

  it.each([
    ['bill-data-received', 'L24'],
    ['arrears-data-received', 'L25'],
  ])('%s: noticed within a working day', (type, policyId) => {
    const events = [event(type, '2026-11-13 08:00')];
    expect(
      clocksOf({ subject: 'notice-data', facts: {} }, events, STANDARD_CLOCK_POLICY_VERSIONS, CALENDAR),
    ).toMatchObject([{ policyId, dueAt: cn('2026-11-16 17:30') }]);
    for (const [last, state] of [
      ['noticed', 'met'],
      ['withdrawn', 'ended'],
    ] as const) {
      const all = [...events, event(last, '2026-11-13 16:00')];
      expect(
        clocksOf({ subject: 'notice-data', facts: {} }, all, STANDARD_CLOCK_POLICY_VERSIONS, CALENDAR),
      ).toMatchObject([{ policyId, state }]);
    }
  });
});
