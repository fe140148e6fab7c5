import { lotOf } from '../shared';
import { drawDay, drawWeek, type FrameCall, type SampledClass, sampledClass, stratumOf } from './draw-calls';

const RULE = { basePercent: 10, raisedPercent: 15, hintFactor: 2 };
const POSTS = ['agent', 'senior-agent'];

/** Any day of calls that a number stands for: 1 to 30 people, 0 to 20 calls each, at all hours. */
function dayOf(number: number): FrameCall[] {
  const any = (what: string, below: number) => Math.floor(lotOf(`day ${number}`, what) * below);
  return Array.from({ length: 1 + any('people', 30) }, (_, person) =>
    Array.from({ length: any(`calls ${person}`, 21) }, (__, call) => ({
      recordingId: `${number}-${person}-${call}`,
      staffNumber: String(1000 + person),
      postCode: POSTS[any(`post ${person}`, 2)] ?? 'agent',
      startedAt: new Date(Date.parse('2026-03-01T16:00:00Z') + any(`at ${person} ${call}`, 86_400_000)),
      hinted: any(`hint ${person} ${call}`, 4) === 0,
    })),
  ).flat();
}

function classesOf(number: number, frame: readonly FrameCall[]): Map<string, SampledClass> {
  const kinds = ['ordinary', 'ordinary', 'new', 'weak'] as const;
  return new Map(
    frame.map(({ staffNumber }) => [
      staffNumber,
      kinds[Math.floor(lotOf(`class ${number}`, staffNumber) * 4)] ?? 'ordinary',
    ]),
  );
}

const DAYS = Array.from({ length: 200 }, (_, number) => {
  const frame = dayOf(number);
  return { seed: `seed ${number}`, frame, classes: classesOf(number, frame) };
});

describe('the draw of a day', () => {
  it('takes 10 % of the ordinary and 15 % of the new and weak, rounded up, each call at most once', () => {
    for (const { frame, classes, seed } of DAYS) {
      const { drawn } = drawDay(frame, classes, RULE, seed);
      const raised = frame.filter(({ staffNumber }) => classes.get(staffNumber) !== 'ordinary').length;
      expect(new Set(drawn.map(({ recordingId }) => recordingId)).size).toBe(drawn.length);
      expect(drawn.filter(({ reason }) => reason === 'share')).toHaveLength(
        Math.ceil(((frame.length - raised) * 10) / 100),
      );
      expect(drawn.filter(({ reason }) => reason !== 'share')).toHaveLength(Math.ceil((raised * 15) / 100));
    }
  });

  it('takes from every shift, post and hour its part, rounded up or down', () => {
    for (const { frame, classes, seed } of DAYS) {
      const { strata } = drawDay(frame, classes, RULE, seed);
      expect(strata.reduce((sum, { calls }) => sum + calls, 0)).toBe(frame.length);
      for (const raised of [true, false]) {
        const own = strata.filter((one) => one.raised === raised);
        const [calls, size] = [own.reduce((n, s) => n + s.calls, 0), own.reduce((n, s) => n + s.drawn, 0)];
        for (const stratum of own) {
          expect(Math.abs(stratum.drawn - (stratum.calls * size) / calls)).toBeLessThan(1);
        }
      }
    }
  });

  it('is the same for the same seed, in whatever order the calls come, and another for another', () => {
    let differ = 0;
    for (const { frame, classes, seed } of DAYS) {
      const once = drawDay(frame, classes, RULE, seed);
      expect(drawDay([...frame].reverse(), classes, RULE, seed)).toEqual(once);
      const other = drawDay(frame, classes, RULE, `${seed}!`);
      if (JSON.stringify(other.drawn) !== JSON.stringify(once.drawn)) differ += 1;
    }
    expect(differ).toBeGreaterThan(DAYS.length * 0.8);
  });

  it('takes calls that monitoring points at about twice as often', () => {
    const at = new Date('2026-03-02T02:00:00Z');
    const frame = Array.from({ length: 1000 }, (_, call) => ({
      recordingId: `r${call}`,
      staffNumber: '1001',
      postCode: 'agent',
      startedAt: at,
      hinted: call % 2 === 0,
    }));
    const hinted = new Set(frame.filter((call) => call.hinted).map(({ recordingId }) => recordingId));
    const drawn = Array.from(
      { length: 20 },
      (_, day) => drawDay(frame, new Map(), RULE, `s${day}`).drawn,
    ).flat();
    const share = drawn.filter(({ recordingId }) => hinted.has(recordingId)).length / drawn.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.74);
  });

  it('of a day without calls is empty', () => {
    expect(drawDay([], new Map(), RULE, 's')).toEqual({ drawn: [], strata: [] });
  });
});

describe('the draw of a week', () => {
  it('adds one call of everybody who had calls and of whom none was drawn, and of nobody else', () => {
    for (const { frame, classes, seed } of DAYS) {
      const staffOf = new Map(frame.map(({ recordingId, staffNumber }) => [recordingId, staffNumber]));
      const people = (drawn: readonly { recordingId: string }[]) =>
        drawn.map(({ recordingId }) => staffOf.get(recordingId) ?? '');
      const before = new Set(people(drawDay(frame, classes, RULE, seed).drawn));
      const added = people(drawWeek(frame, before, 2, seed));
      expect(new Set(added).size).toBe(added.length);
      expect(added.filter((one) => before.has(one))).toEqual([]);
      expect(new Set([...before, ...added])).toEqual(new Set(frame.map(({ staffNumber }) => staffNumber)));
      expect(people(drawWeek([...frame].reverse(), before, 2, seed))).toEqual(added);
    }
  });
});

test.each([
  ['hired 89 days ago', { tenureDays: 89, meanScore: 99 }, 'new'],
  ['hired 90 days ago', { tenureDays: 90 }, 'ordinary'],
  ['with a mean of 79.99', { tenureDays: 400, meanScore: 79.99 }, 'weak'],
  ['with a mean of 80', { tenureDays: 400, meanScore: 80 }, 'ordinary'],
])('somebody %s', (_, facts, kind) => {
  expect(sampledClass(facts, { newWithinDays: 90, weakBelow: 80 })).toBe(kind);
});

test('hours are those of China: 07:30 in Shanghai is the night shift of that day', () => {
  const at = (instant: string) => stratumOf({ postCode: 'agent', startedAt: new Date(instant) });
  expect(at('2026-03-01T23:30:00Z')).toBe('agent/night/07');
  expect(at('2026-03-02T00:00:00Z')).toBe('agent/early/08');
  expect(at('2026-03-02T15:59:00Z')).toBe('agent/late/23');
});
