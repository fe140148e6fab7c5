import type { BatchDemand } from './allocate-lines';
import { type DialRound, leastObstacle, obstaclesOf } from './dial-obstacle';

const demand = (changes: Partial<BatchDemand> = {}): BatchDemand => ({
  id: 'a',
  waiting: 100,
  live: 0,
  maxLines: 30,
  remainingCalls: 100,
  openSecondsLeft: 3_600,
  ...changes,
});
const round = (changes: Partial<DialRound> = {}): DialRound => ({
  demands: [demand()],
  starts: { a: 5 },
  lines: 30,
  free: 20,
  granted: 5,
  ...changes,
});
const ofA = (changes: Partial<DialRound>) => obstaclesOf(round(changes)).get('a');

describe('what holds a batch up', () => {
  it('is the calls-per-second limit when lines are left', () => {
    expect(ofA({ free: 20, granted: 5 })).toBe('calls-per-second');
    expect(ofA({ free: 20, granted: 0, starts: {} })).toBe('calls-per-second');
  });

  it('is the lines when every one of them is taken, or kept', () => {
    expect(ofA({ free: 5, granted: 5 })).toBe('no-free-line');
    expect(ofA({ free: 0, granted: 0, starts: {} })).toBe('no-free-line');
  });

  it('is its own share when it has used that up', () => {
    const demands = [demand({ live: 10, maxLines: 15 })];
    expect(ofA({ demands, free: 15, granted: 15 })).toBe('line-share');
  });

  it('is the lines, not its share, when it may have all of them', () => {
    const demands = [demand({ live: 25, maxLines: 30 })];
    expect(ofA({ demands, free: 5, granted: 5 })).toBe('no-free-line');
  });

  it('is nothing when it got all that it wanted, or others go first', () => {
    expect(ofA({ demands: [demand({ waiting: 5 })] })).toBeNull();
    expect(ofA({ granted: 8, starts: { a: 5 } })).toBeNull();
  });

  it('is not asked of a batch without due contacts', () => {
    expect(ofA({ demands: [demand({ waiting: 0 })] })).toBeUndefined();
  });

  it('is told by the node that holds it up least', () => {
    expect(leastObstacle([])).toBeUndefined();
    expect(leastObstacle(['truth-unknown', null])).toBeUndefined();
    expect(leastObstacle(['truth-unknown', 'no-free-line'])).toBe('no-free-line');
    expect(leastObstacle(['line-share', 'calls-per-second'])).toBe('calls-per-second');
  });
});
