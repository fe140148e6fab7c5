import fc from 'fast-check';
import { beginStay, type QueueCall, type QueueCallEvent, stayOf, tellStay } from './queue-call';

const T0 = Date.parse('2026-03-02T02:00:00Z');
const at = (seconds: number): Date => new Date(T0 + seconds * 1000);

/** What is known of one caller in one queue after these events, in this order. */
function known(events: readonly QueueCallEvent[]): QueueCall[] {
  const stays: QueueCall[] = [];
  for (const event of events) {
    const stay = stayOf(stays, event);
    if (stay) stays[stays.indexOf(stay)] = tellStay(stay, event);
    else stays.push(...[beginStay(event) ?? []].flat());
  }
  return stays;
}

const joined: QueueCallEvent = { kind: 'joined', at: at(0.25) };
const connected: QueueCallEvent = {
  kind: 'connected',
  at: at(12.6),
  sipUser: '1001',
  waitedSeconds: 12,
  ringSeconds: 3,
};
const completed: QueueCallEvent = {
  kind: 'completed',
  at: at(112.9),
  sipUser: '1001',
  waitedSeconds: 12,
  talkSeconds: 90,
  holdSeconds: 10,
};
const served: QueueCallEvent = { kind: 'left', at: at(113), outcome: 'answered' };
const transferred: QueueCallEvent = {
  kind: 'transferred',
  at: at(112.8),
  to: 'queue:billing',
  by: '1001',
};
const talkEnded: QueueCallEvent = { kind: 'talk-ended', at: at(420), sipUser: '1002', holdSeconds: 7 };

describe('a stay in a queue', () => {
  it('is known from its events', () => {
    expect(known([joined, connected, completed, served])).toEqual([
      {
        enteredAt: at(0.25),
        enteredEstimated: false,
        connectedAt: at(12.6),
        leftAt: at(113),
        outcome: 'answered',
        sipUser: '1001',
        ringSeconds: 3,
        talkSeconds: 90,
        holdSeconds: 10,
        takenOver: false,
        transferred: false,
        transferredTo: null,
      },
    ]);
  });

  it('is known from its end alone, the entry reckoned back', () => {
    expect(known([completed])).toMatchObject([
      { outcome: 'answered', enteredEstimated: true, enteredAt: at(0.9) },
    ]);
    expect(known([{ kind: 'abandoned', at: at(30), waitedSeconds: 30 }])).toMatchObject([
      { outcome: 'abandoned', enteredAt: at(0), leftAt: at(30), connectedAt: null },
    ]);
    expect(known([{ kind: 'left', at: at(3), outcome: 'full' }])).toMatchObject([
      { outcome: 'full', leftAt: at(3) },
    ]);
    expect(known([served, transferred])).toEqual([]);
  });

  it('is another one when the caller comes back to the queue', () => {
    const timedOut: QueueCallEvent = { kind: 'left', at: at(60), outcome: 'timeout' };
    const again: QueueCallEvent = { kind: 'joined', at: at(64) };
    const lost: QueueCallEvent = { kind: 'abandoned', at: at(80.4), waitedSeconds: 16 };
    expect(known([joined, timedOut, again, lost])).toMatchObject([
      { enteredAt: at(0.25), outcome: 'timeout', leftAt: at(60) },
      { enteredAt: at(64), outcome: 'abandoned', leftAt: at(80.4) },
    ]);
  });

  it('leaves to each agent its own talk, where one hands the caller on to another directly, and that one to a third', () => {
    const toSecond: QueueCallEvent = { ...transferred, to: 'agent:1002' };
    const takenOver: QueueCallEvent = { kind: 'taken-over', at: at(112.9), sipUser: '1002' };
    const toThird: QueueCallEvent = { ...transferred, at: at(419), to: 'agent:1003', by: '1002' };
    const again: QueueCallEvent = { kind: 'taken-over', at: at(420.5), sipUser: '1003' };
    const last: QueueCallEvent = { kind: 'talk-ended', at: at(430.5), sipUser: '1003', holdSeconds: 0 };
    const story = [joined, connected, toSecond, takenOver, completed, toThird, again, talkEnded, last];
    const twice = story.flatMap((event) => [event, event]);
    for (const events of [story, twice, [...story, { ...served, at: at(431) }]]) {
      expect(known(events)).toMatchObject([
        {
          sipUser: '1001',
          takenOver: false,
          talkSeconds: 90,
          transferredTo: 'agent:1002',
          leftAt: at(112.9),
        },
        {
          sipUser: '1002',
          takenOver: true,
          enteredAt: at(112.9),
          connectedAt: at(112.9),
          outcome: 'answered',
          ringSeconds: null,
          talkSeconds: 300,
          holdSeconds: 7,
          transferredTo: 'agent:1003',
          leftAt: at(420),
        },
        { sipUser: '1003', takenOver: true, talkSeconds: 10, holdSeconds: 0, transferred: false },
      ]);
    }
  });

  it('leaves hold unknown where nobody saw the talk begin, and takes all of it for talk', () => {
    expect(known([joined, { ...completed, holdUnknown: true }, completed])).toMatchObject([
      { talkSeconds: 100, holdSeconds: null },
    ]);
    const takenOver: QueueCallEvent = { kind: 'taken-over', at: at(112.9), sipUser: '1002' };
    expect(
      known([joined, connected, completed, takenOver, { ...talkEnded, holdUnknown: true }]),
    ).toMatchObject([
      { talkSeconds: 90, holdSeconds: 10 },
      { talkSeconds: 307, holdSeconds: null },
    ]);
  });

  it('goes on until the talk that it was handed on to is over, where nobody saw that begin', () => {
    expect(known([joined, connected, transferred, completed, talkEnded])).toMatchObject([
      { sipUser: '1001', talkSeconds: 90, leftAt: at(420) },
    ]);
  });

  it('takes the queue log and the live event for the same', () => {
    expect(known([joined, { kind: 'joined', at: at(0.31) }])).toHaveLength(1);
  });
});

describe('in whatever order the events come, and however often', () => {
  const stories: readonly (readonly QueueCallEvent[])[] = [
    [joined, connected, completed, served],
    [joined, connected, transferred, completed],
    [joined, connected, transferred, completed, talkEnded],
    [joined, { kind: 'abandoned', at: at(30.5), waitedSeconds: 30 }],
  ];

  it('the same is known in the end', () => {
    const shuffled = fc.constantFrom(...stories).chain((story) =>
      fc.tuple(
        fc.constant(story),
        fc.shuffledSubarray([...story, ...story], {
          minLength: story.length * 2,
          maxLength: story.length * 2,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([story, events]) => {
        // Those that tell of no entry come after one that does: before it there is nothing that they could be of.
        const first = events.findIndex(({ kind }) => !['left', 'transferred', 'talk-ended'].includes(kind));
        const begun = [...events.slice(first), ...events.slice(0, first)];
        expect(known(begun)).toEqual(known(story));
      }),
    );
  });
});
