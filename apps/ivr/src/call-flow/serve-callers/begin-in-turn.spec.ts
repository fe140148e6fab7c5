import { VirtualScheduler } from '../../telephony/simulator';
import { BeginInTurn } from './begin-in-turn';

const LIMITS = { atOnce: 2, slotMs: 5_000, ringAfterMs: 300, longestWaitMs: 10_000 };

describe('callers who come faster than they can be begun', () => {
  let scheduler: VirtualScheduler;
  let turn: BeginInTurn;
  let said: string[];
  const come = (...callIds: string[]) => {
    for (const callId of callIds) {
      turn.take(callId, {
        begin: () => said.push(callId),
        ring: () => said.push(`${callId} rings`),
        late: () => said.push(`${callId} is late`),
      });
    }
  };

  beforeEach(() => {
    scheduler = new VirtualScheduler(0);
    turn = new BeginInTurn(scheduler, LIMITS);
    said = [];
  });

  it('are begun in the order in which they came, as others have heard their first prompt', () => {
    come('a', 'b', 'c', 'd');
    expect(said).toEqual(['a', 'b']);
    turn.done('b');
    expect(said).toEqual(['a', 'b', 'c']);
    turn.done('b');
    come('e');
    turn.done('a');
    turn.done('c');
    expect(said).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(turn.waitingNow).toBe(0);
  });

  it('hear it ring when they wait for a moment, once', async () => {
    come('a', 'b', 'c');
    await scheduler.advance(200);
    expect(said).toEqual(['a', 'b']);
    await scheduler.advance(1_000);
    expect(said).toEqual(['a', 'b', 'c rings']);
  });

  it('do not wait for one of whom nothing is heard any more', async () => {
    come('a', 'b', 'c');
    await scheduler.advance(LIMITS.slotMs + 100);
    expect(said).toEqual(['a', 'b', 'c rings', 'c']);
  });

  it('are forgotten when they hang up while they wait', async () => {
    come('a', 'b', 'c', 'd');
    expect(turn.done('c')).toBe(true);
    expect(turn.done('a')).toBe(false);
    expect(said).toEqual(['a', 'b', 'd']);
    await scheduler.advance(LIMITS.longestWaitMs);
    expect(said).toEqual(['a', 'b', 'd']);
  });

  it('are told to be late when their turn does not come', async () => {
    turn = new BeginInTurn(scheduler, { ...LIMITS, slotMs: 60_000 });
    come('a', 'b', 'c');
    await scheduler.advance(LIMITS.longestWaitMs + 100);
    expect(said).toEqual(['a', 'b', 'c rings', 'c is late']);
    turn.done('a');
    expect(said).toHaveLength(4);
  });
});
