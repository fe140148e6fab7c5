import fc from 'fast-check';
import { CLOCK_UNITS, type ClockEvent, type ClockSpan, type ClockUnit } from './policy';
import type { Pause } from './time';
import { CALENDAR, queryClock } from './test-support/scenario';

const DAY_MS = 86_400_000;
const LONGEST: Readonly<Record<ClockUnit, number>> = {
  'elapsed-minutes': 20_000,
  'business-minutes': 5_000,
  'working-days': 30,
  'calendar-days': 40,
  months: 3,
};

const starts = fc.date({ min: new Date('2024-01-01'), max: new Date('2026-11-30'), noInvalidDate: true });
const spans: fc.Arbitrary<ClockSpan> = fc
  .constantFrom(...CLOCK_UNITS)
  .chain((unit) => fc.record({ unit: fc.constant(unit), value: fc.integer({ min: 1, max: LONGEST[unit] }) }));
/** Lengths of time running and standing still, in turns. */
const turns = fc.array(
  fc.record({ run: fc.integer({ min: 0, max: 5 * DAY_MS }), stand: fc.integer({ min: 1, max: 9 * DAY_MS }) }),
  { maxLength: 4 },
);
type Turn = { readonly run: number; readonly stand: number };

function pausesFrom(start: Date, taken: readonly Turn[]): Required<Pause>[] {
  let at = start.getTime();
  return taken.map(({ run, stand }) => {
    const from = at + run;
    at = from + stand;
    return { from: new Date(from), to: new Date(at) };
  });
}

function history(start: Date, pauses: readonly Required<Pause>[]): ClockEvent[] {
  const make = (type: string, at: Date, data = {}): ClockEvent => ({ type, at, owner: 'business', data });
  return [
    make('assigned', start, { department: 'business' }),
    ...pauses.flatMap(({ from, to }) => [make('paused', from), make('resumed', to)]),
  ];
}

const dueAt = (span: ClockSpan, start: Date, pauses: readonly Required<Pause>[] = []): Date => {
  const { dueAt: due } = queryClock(span, history(start, pauses));
  if (!due) throw new Error('a clock without an open pause has a due date');
  return due;
};

test('nothing is due before it starts', () => {
  fc.assert(
    fc.property(spans, starts, turns, (span, start, taken) => {
      const clock = queryClock(span, history(start, pausesFrom(start, taken)));
      expect(clock.dueAt!.getTime()).toBeGreaterThan(start.getTime());
      for (const { at } of clock.levels) expect(at!.getTime()).toBeGreaterThanOrEqual(start.getTime());
    }),
  );
});

test('a pause never makes anything due earlier', () => {
  fc.assert(
    fc.property(spans, starts, turns, (span, start, taken) => {
      const pauses = pausesFrom(start, taken);
      for (let count = 1; count <= pauses.length; count++) {
        const [fewer, more] = [pauses.slice(0, count - 1), pauses.slice(0, count)];
        expect(dueAt(span, start, more).getTime()).toBeGreaterThanOrEqual(
          dueAt(span, start, fewer).getTime(),
        );
      }
    }),
  );
});

test('a longer limit is never due earlier', () => {
  fc.assert(
    fc.property(spans, starts, turns, fc.integer({ min: 0, max: 5 }), (span, start, taken, more) => {
      const pauses = pausesFrom(start, taken);
      const longer = { ...span, value: span.value + more };
      expect(dueAt(longer, start, pauses).getTime()).toBeGreaterThanOrEqual(
        dueAt(span, start, pauses).getTime(),
      );
    }),
  );
});

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(spans, starts, fc.integer({ min: 0, max: 10 * DAY_MS }), (span, start, later) => {
      const due = dueAt(span, new Date(start.getTime() + later)).getTime();
      expect(due).toBeGreaterThanOrEqual(dueAt(span, start).getTime());
    }),
  );
});

test('reckoned again, it is the same, and it leaves its history as it was', () => {
  fc.assert(
    fc.property(spans, starts, turns, (span, start, taken) => {
      const events = history(start, pausesFrom(start, taken));
      const before = structuredClone(events);
      expect(queryClock(span, events)).toEqual(queryClock(span, events));
      expect(events).toEqual(before);
    }),
  );
});

test('levels come in their order', () => {
  fc.assert(
    fc.property(spans, starts, turns, (span, start, taken) => {
      const times = queryClock(span, history(start, pausesFrom(start, taken)), CALENDAR).levels.map(
        ({ at }) => at!.getTime(),
      );
      expect(times).toEqual([...times].sort((one, other) => one - other));
    }),
  );
});

test('minutes day and night: a pause within the time lengthens it by exactly as long', () => {
  fc.assert(
    fc.property(
      starts,
      fc.integer({ min: 2, max: 5000 }),
      fc.integer({ min: 1, max: DAY_MS }),
      (start, value, stand) => {
        const span: ClockSpan = { unit: 'elapsed-minutes', value };
        const from = new Date(start.getTime() + 60_000);
        const pause = { from, to: new Date(from.getTime() + stand) };
        expect(dueAt(span, start, [pause]).getTime() - dueAt(span, start).getTime()).toBe(stand);
      },
    ),
  );
});
