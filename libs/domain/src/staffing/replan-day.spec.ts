import { planOvertime, replanFactor } from './replan-day';

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 23, hour, minute));
const LIMITS = { mostOvertimeMinutes: 90, leastRestMinutes: 660 };
const gap = (hour: number, minute: number, missing: number) => ({
  startAt: at(hour, minute),
  minutes: 30,
  missing,
});

test('the rest of the day is taken by what came so far, within reason', () => {
  expect(replanFactor(130, 100)).toBe(1.3);
  expect(replanFactor(900, 100)).toBe(3);
  expect(replanFactor(0, 100)).toBe(0.3);
  expect(replanFactor(9, 3)).toBe(1);
});

test('who stays goes on before another begins, straight behind the shift and not too long', () => {
  const people = ['A1', 'A2', 'A3'].map((staffNumber) => ({ staffNumber, endAt: at(9) }));
  const gaps = [gap(9, 0, 2), gap(9, 30, 1), gap(10, 0, 1), gap(10, 30, 1)];
  const { overtime, missing } = planOvertime(gaps, people, LIMITS);
  expect(overtime).toEqual([
    { staffNumber: 'A1', from: at(9), to: at(10, 30) },
    { staffNumber: 'A2', from: at(9), to: at(9, 30) },
  ]);
  expect(missing).toEqual([0, 0, 0, 1]);
});

test('rest before the next shift is kept', () => {
  const tired = { staffNumber: 'A1', endAt: at(9), nextStartAt: at(20, 15) };
  expect(planOvertime([gap(9, 0, 1)], [tired], LIMITS).missing).toEqual([1]);
  const rested = { ...tired, nextStartAt: at(20, 30) };
  expect(planOvertime([gap(9, 0, 1)], [rested], LIMITS).missing).toEqual([0]);
});
