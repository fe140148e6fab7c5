import type { ServiceClock } from '@switchyard/domain';
import { fireDue, reconcileClocks } from './reconcile-clocks';
import type { StoredClock } from './stored-clocks.port';

const at = (time: string): Date => new Date(`2026-11-12T${time}:00Z`);
const NOW = at('09:00');

const clock = (changed: Partial<ServiceClock> = {}): ServiceClock => ({
  stage: 'department-result',
  owner: 'business',
  cycle: 1,
  policyId: 'L07',
  policyVersion: 1,
  limit: 'L07',
  state: 'running',
  startedAt: at('08:00'),
  target: { value: 2, unit: 'working-days', restDays: 'move-on' },
  dueBy: 'policy',
  pauses: [],
  provisional: false,
  dueAt: at('12:00'),
  breachesAt: at('12:00'),
  levels: [
    { level: 1, at: at('11:00'), recipients: ['owner'] },
    { level: 2, at: at('12:00'), recipients: ['department-head'] },
  ],
  ...changed,
});

function reconcile(stored: readonly StoredClock[], clocks: readonly ServiceClock[], now = NOW) {
  let ids = 0;
  const subject = { subject: 'work-order' as const, id: 'W1' };
  const facts = { kind: 'query', areaCode: '320102' };
  return reconcileClocks(stored, { subject, facts, clocks, basis: 'b', now, newId: () => `new-${++ids}` });
}

/** As it is stored once it was reckoned for the first time. */
function stored(changed: Partial<ServiceClock> = {}, now = NOW): StoredClock {
  const [first] = reconcile([], [clock(changed)], now).clocks;
  if (!first) throw new Error('nothing was stored');
  return first;
}

test('a new clock is looked at when its first level comes; an old one keeps its id', () => {
  const first = stored();
  expect(first).toMatchObject({ id: 'new-1', kind: 'query', areaCode: '320102', nextAt: at('11:00') });
  const [again] = reconcile([first], [clock({ dueAt: at('14:00'), breachesAt: at('14:00') })]).clocks;
  expect(again).toMatchObject({ id: first.id, dueAt: at('14:00') });
});

test('one that is over is looked at no more, and what was not told lapses', () => {
  const { clocks, facts } = reconcile(
    [stored()],
    [clock({ state: 'met', metAt: NOW, breachesAt: undefined, levels: [] })],
  );
  expect(clocks[0]?.nextAt).toBeUndefined();
  expect(clocks[0]?.alarms.map(({ lapsed }) => lapsed)).toEqual([true, true]);
  expect(facts).toEqual([]);
});

test('one that stands still is looked at no more until it goes on', () => {
  const still = { state: 'paused' as const, dueAt: undefined, breachesAt: undefined };
  const levels = [1, 2].map((level) => ({ level, recipients: ['owner' as const] }));
  const [paused] = reconcile([stored()], [clock({ ...still, levels })]).clocks;
  expect(paused?.nextAt).toBeUndefined();
  expect(paused?.alarms.every((alarm) => alarm.at === undefined)).toBe(true);
  const [goesOn] = reconcile([paused!], [clock()]).clocks;
  expect(goesOn?.nextAt).toEqual(at('11:00'));
});

test('one that no limit asks for any more ends without a verdict', () => {
  const { clocks } = reconcile([stored()], []);
  expect(clocks).toMatchObject([{ state: 'ended', endedAt: NOW, endedBy: 'no-longer-asked' }]);
  expect(reconcile(clocks, []).clocks).toEqual([]);
});

describe('a breach', () => {
  const later = at('15:00');

  it('is recorded once, by whoever comes first, and stays when the target moves ahead', () => {
    const swept = fireDue(stored(), later);
    expect(swept.facts).toMatchObject([{ fact: 'breached', breachedAt: at('12:00'), provisional: false }]);
    expect(fireDue(swept.clock, later).facts).toEqual([]);
    const ahead = clock({ dueAt: at('18:00'), breachesAt: at('18:00') });
    const { clocks, facts } = reconcile([swept.clock], [ahead], later);
    expect(facts).toEqual([]);
    expect(clocks[0]).toMatchObject({ breachedAt: at('12:00'), dueAt: at('18:00') });
  });

  it('of a clock that was met late is recorded even when no sweep has seen it', () => {
    const { facts } = reconcile([stored()], [clock({ state: 'met', metAt: later })], later);
    expect(facts).toMatchObject([{ fact: 'breached', breachedAt: at('12:00') }]);
  });

  it('at the due date itself there is none yet', () => {
    expect(fireDue(stored(), at('12:00')).facts).toEqual([]);
    expect(fireDue(stored(), at('12:00')).clock.nextAt).toEqual(new Date(at('12:00').getTime() + 1));
  });

  it('that rested on unknown days is withdrawn once they are known, or made firm', () => {
    const provisional = fireDue(stored({ provisional: true }), later).clock;
    expect(provisional).toMatchObject({ breachIsProvisional: true });
    const moved = reconcile([provisional], [clock({ dueAt: at('18:00'), breachesAt: at('18:00') })], later);
    expect(moved.facts.map(({ fact }) => fact)).toEqual(['withdrawn']);
    expect(moved.clocks[0]?.breachedAt).toBeUndefined();
    const firm = reconcile([provisional], [clock({ breachesAt: at('13:00'), dueAt: at('13:00') })], later);
    expect(firm.facts.map(({ fact }) => fact)).toEqual(['withdrawn', 'breached']);
    expect(firm.clocks[0]).toMatchObject({ breachedAt: at('13:00'), breachIsProvisional: false });
  });
});

test('a sweep fires what is due in order, remembers it, and looks again when the rest is due', () => {
  const { clock: swept, fired } = fireDue(stored(), at('11:30'));
  expect(fired.map(({ level }) => level)).toEqual([1]);
  expect(swept).toMatchObject({ level: 1, nextAt: at('12:00') });
  expect(swept.alarms[0]).toMatchObject({ firedAt: at('11:30') });
  const { fired: rest, clock: done } = fireDue(swept, at('13:00'));
  expect(rest.map(({ level }) => level)).toEqual([2]);
  expect(done.nextAt).toBeUndefined();
});

test('who took note of a level is not forgotten when the clock is reckoned anew', () => {
  const { clock: swept } = fireDue(stored(), at('11:30'));
  const noted: StoredClock = {
    ...swept,
    alarms: swept.alarms.map((alarm) =>
      alarm.level === 1 ? { ...alarm, acknowledgedBy: 'u1', acknowledgedAt: NOW } : alarm,
    ),
  };
  const [again] = reconcile([noted], [clock()], at('11:40')).clocks;
  expect(again?.alarms[0]).toMatchObject({ acknowledgedBy: 'u1', firedAt: at('11:30') });
});
