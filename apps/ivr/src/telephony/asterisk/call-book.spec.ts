import type { LiveCall } from '../telephony.port';
import type { AriChannel, AriEvent } from './ari/ari-event';
import { CallBook } from './call-book';

type BookEvent = Parameters<CallBook['translate']>[0];

const channel = (over: Partial<AriChannel> = {}): AriChannel => ({
  id: 'c',
  up: false,
  ringing: false,
  callerNumber: '13900010001',
  dialled: '95598',
  context: 'from-trunk',
  accountCode: '',
  appName: 'Stasis',
  appData: '',
  createdAt: 0,
  ...over,
});
const stasisStart = (up: boolean, args: readonly string[] = ['outbound'], at = 20): BookEvent => ({
  type: 'StasisStart',
  channel: channel({ up }),
  args,
  at,
});
const up = (at = 10): BookEvent => ({ type: 'ChannelStateChange', channel: channel({ up: true }), at });
const ringing: BookEvent = { type: 'ChannelStateChange', channel: channel({ ringing: true }), at: 5 };
const destroyed = (cause: number, at = 99): BookEvent => ({
  type: 'ChannelDestroyed',
  channel: channel(),
  cause,
  at,
});
const incoming = stasisStart(false, ['incoming']);
const hangUpRequest: BookEvent = { type: 'ChannelHangupRequest', channel: channel(), at: 55 };
const end = (at = 60): BookEvent => ({ type: 'StasisEnd', channel: channel({ up: true }), at });
const backFromQueue = (at = 80): BookEvent =>
  stasisStart(true, ['queue-left', 'fault', 'served', '1001', '4001'], at);
const key: BookEvent = { type: 'ChannelDtmfReceived', channel: channel(), digit: '7', at: 61 };
const recording = (type: 'RecordingFinished' | 'RecordingFailed', seconds = 3): BookEvent => ({
  type,
  name: 'r',
  callId: 'c',
  seconds,
  at: 40,
});
const liveCall = (callId: string, over: Partial<LiveCall> = {}): LiveCall => ({
  callId,
  answered: true,
  startedAt: new Date(0),
  direction: 'outbound',
  from: '',
  to: '',
  inHand: true,
  ...over,
});
const playback = (type: 'PlaybackStarted' | 'PlaybackFinished', over: Partial<AriEvent> = {}): BookEvent =>
  ({ type, playbackId: 'p', callId: 'c', failed: false, at: 30, ...over }) as BookEvent;

function told(events: readonly BookEvent[], prepare: (book: CallBook) => void = (book) => book.expect('c')) {
  const book = new CallBook();
  prepare(book);
  return { book, events: events.flatMap((event) => book.translate(event)) };
}

describe('the book of calls', () => {
  it('takes entering Stasis for no answer', () => {
    expect(told([stasisStart(false)]).events).toEqual([]);
  });

  it('tells the answer once, when the call is up and media can be played, with the time of the answer', () => {
    const answer = [{ type: 'answered', callId: 'c', at: 10 }];
    expect(told([up(10)]).events).toEqual([]);
    expect(told([up(10), stasisStart(true), up(40)]).events).toEqual(answer);
    expect(told([stasisStart(false), up(10)]).events).toEqual(answer);
  });

  it('counts an answer that we could not use as answered', () => {
    expect(told([up(), destroyed(16)]).events).toMatchObject([{ type: 'ended', answered: true }]);
  });

  it('tells one start and one end of a list of media', () => {
    const list = [playback('PlaybackStarted'), playback('PlaybackStarted'), playback('PlaybackFinished')];
    expect(told(list).events).toMatchObject([
      { type: 'playback-started' },
      { type: 'playback-ended', completed: true },
    ]);
  });

  it('takes a stopped playback for incomplete, though Asterisk says done', () => {
    const book = new CallBook();
    book.expect('c');
    book.find('c')?.playbacks.asked('p');
    book.translate(playback('PlaybackStarted'));
    book.playbackStopped('p');
    expect(book.translate(playback('PlaybackFinished'))).toMatchObject([{ completed: false }]);
  });

  it('ends what still played before the call, when the PBX did not tell', () => {
    expect(told([playback('PlaybackStarted'), destroyed(16)]).events.slice(-2)).toMatchObject([
      { type: 'playback-ended', completed: false },
      { type: 'ended' },
    ]);
  });

  it.each<[string, readonly BookEvent[], number]>([
    ['nobody at the trunk reacted', [], 102],
    ['it rang', [ringing], 19],
    ['the network played something', [{ type: 'DialProgress', callId: 'c', at: 5 }], 19],
    ['the network refused', [{ type: 'ChannelHangupRequest', channel: channel(), at: 5 }], 19],
  ])('reports cause 19, when %s, as it was meant', (_what, before, cause) => {
    expect(told([...before, destroyed(19)]).events.at(-1)).toMatchObject({ type: 'ended', cause });
  });

  it('says nothing about a trunk when it saw only the end of a call', () => {
    expect(told([destroyed(19)], () => undefined).events).toMatchObject([{ cause: 19 }]);
  });

  it('tells a caller from a call of ours that another process placed', () => {
    expect(told([stasisStart(false, ['incoming'])], () => undefined).events).toEqual([
      { type: 'incoming', callId: 'c', at: 20, from: '+8613900010001', to: '95598', entry: 'line' },
    ]);
    expect(told([up(), stasisStart(true)], () => undefined).events).toMatchObject([{ type: 'answered' }]);
  });

  it('ends an incoming call with Stasis, once', () => {
    const { events } = told([incoming, up(), hangUpRequest, end(), end()], () => undefined);
    expect(events.filter(({ type }) => type === 'ended')).toEqual([
      { type: 'ended', callId: 'c', cause: 0, answered: true, at: 60 },
    ]);
    expect(told([up(), stasisStart(true), end()]).events.some(({ type }) => type === 'ended')).toBe(false);
  });

  it('keeps nothing of a call that is over', () => {
    const book = new CallBook();
    for (let call = 0; call < 100; call += 1) {
      book.expect('c');
      [up(), stasisStart(true), playback('PlaybackStarted'), destroyed(16)].forEach((event) =>
        book.translate(event),
      );
    }
    expect(book.size).toBe(0);
  });

  it('forgets on reconnecting what has ended unseen, and knows what lives', () => {
    const book = new CallBook();
    book.expect('gone');
    book.resynchronise([liveCall('c')], 50);
    expect(book.knows('gone')).toBe(false);
    expect(book.translate(destroyed(0))).toMatchObject([{ type: 'ended', answered: true, cause: 0 }]);
  });

  describe('of a caller', () => {
    const caller = (...events: BookEvent[]) => told([incoming, up(), ...events], () => undefined);

    it('who leaves to the queue at our wish, is gone from us and not over', () => {
      const { book } = caller();
      book.leaveAsked('c', 'enqueued');
      expect(book.translate(end())).toEqual([{ type: 'left', callId: 'c', why: 'enqueued', at: 60 }]);
      expect(book.find('c')?.away).toBe(true);
      expect(book.translate(key)).toEqual([]);
    });

    it('who comes back from the queue, tells why, by whom, and what was dialled', () => {
      const { book } = caller(end());
      expect(book.translate(backFromQueue())).toEqual([
        {
          type: 'incoming',
          callId: 'c',
          at: 80,
          from: '+8613900010001',
          to: '4001',
          entry: 'queue-left',
          queue: 'fault',
          reason: 'served',
          agent: '1001',
        },
        { type: 'answered', callId: 'c', at: 80 },
      ]);
      expect(book.translate(key)).toHaveLength(1);
    });

    it('tells the dialplan’s time-out from a hang-up', () => {
      expect(caller(end()).events.at(-1)).toMatchObject({ type: 'left', why: 'timed-out' });
      expect(caller(hangUpRequest, end()).events.at(-1)).toMatchObject({ type: 'ended', cause: 0 });
      const { book } = caller();
      book.hangUpAsked('c');
      expect(book.translate(end())).toMatchObject([{ type: 'ended', cause: 16 }]);
    });

    it('who is watched, ends once, when the channel is destroyed', () => {
      const { book } = caller();
      book.watched(['c']);
      book.translate(hangUpRequest);
      expect(book.translate(end())).toEqual([]);
      expect(book.translate(destroyed(0))).toMatchObject([{ type: 'ended', cause: 0, answered: true }]);
    });

    it('whom it could not watch any more, has ended', () => {
      const { book } = caller(end());
      expect(book.goneUnseen('c', 70)).toMatchObject([{ type: 'ended', answered: true, at: 70 }]);
      expect(book.size).toBe(0);
    });

    it('ends a recording whose end was not told before the call left or was over', () => {
      for (const events of [[end()], [hangUpRequest, end()]]) {
        const { book } = caller();
        book.find('c')?.recordings.asked('r');
        const [first] = events.flatMap((event) => book.translate(event));
        expect(first).toMatchObject({ type: 'recording-ended', name: 'r', failed: true, seconds: 0 });
      }
    });

    it('tells once how a recording ended', () => {
      const { book } = caller();
      book.find('c')?.recordings.asked('r');
      expect(book.translate(recording('RecordingFinished'))).toMatchObject([{ seconds: 3, failed: false }]);
      expect(book.translate(end())).toHaveLength(1);
      expect(caller(recording('RecordingFailed')).events.at(-1)).toMatchObject({ failed: true });
    });

    it('whom it finds on reconnecting, in the queue or in hand, it follows', () => {
      const { book } = told([], () => undefined);
      const inbound = { direction: 'inbound', from: '+8613900010001', to: '95598' } as const;
      book.resynchronise([liveCall('c', inbound), liveCall('q', { ...inbound, inHand: false })], 50);
      expect(book.find('q')).toMatchObject({ away: true, watched: true });
      expect(book.find('c')).toMatchObject({ away: false, inherited: true });
      expect([hangUpRequest, end(), destroyed(0)].flatMap((event) => book.translate(event))).toHaveLength(1);
    });
  });
});
