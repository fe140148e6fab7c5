import fc from 'fast-check';
import { advanceNoticeDialogue } from './advance-notice-dialogue';
import {
  type DialogueEffect,
  type DialogueEvent,
  type DialogueRules,
  dialogueFacts,
  heardMsAt,
  newNoticeDialogue,
  type NoticeDialogue,
} from './notice-dialogue';

const RULES: DialogueRules = { maxRepeats: 3, keyWaitMs: 5000, maxPlaybackMs: 300_000, hangUpWaitMs: 5000 };

/** Feeds events to a dialogue and remembers what it did. */
class Line {
  state: NoticeDialogue;

  constructor(returned = false) {
    this.state = newNoticeDialogue(RULES, returned);
  }

  readonly played: string[] = [];
  readonly recorded: string[] = [];
  effects: readonly DialogueEffect[] = [];

  send(...events: DialogueEvent[]): this {
    for (const event of events) {
      const step = advanceNoticeDialogue(this.state, event);
      this.state = step.state;
      this.effects = step.effects;
      for (const effect of step.effects) {
        if (effect.type === 'play') this.played.push(effect.parts.join('+'));
        if (effect.type === 'record') this.recorded.push(effect.wish);
      }
    }
    return this;
  }

  answer = (at = 0) => this.send({ type: 'answered', at }, { type: 'playback-started', step: 1, at });
  started = (at: number) => this.send({ type: 'playback-started', step: this.state.step, at });
  ended = (at: number, completed = true) =>
    this.send({ type: 'playback-ended', step: this.state.step, at, completed });
  key = (key: string, at: number) => this.send({ type: 'key', key, at });
  timeOut = (at: number) => this.send({ type: 'time-out', step: this.state.step, at });
  hangUp = (at: number) => this.send({ type: 'hang-up', at });
  types = () => this.effects.map((effect) => effect.type);
}

const line = () => new Line();

describe('a returned call (T1.8)', () => {
  const returned = () => new Line(true).answer();

  test('goes on in the menus when notice and menu were said, and was not hung up', () => {
    const call = returned().ended(10_000).timeOut(15_000).ended(20_000).timeOut(25_000);
    expect(call.played).toEqual(['notice', 'menu']);
    expect(call.effects).toEqual([{ type: 'go-on', human: false }]);
    expect(call.state).toMatchObject({ phase: 'over', hungUpBy: 'us', heardMs: 10_000 });
  });

  test('thanks whoever confirms, and goes on', () => {
    const call = returned().key('1', 4_000).started(4_000).ended(5_000);
    expect(call.played).toEqual(['notice', 'thanks']);
    expect(call.effects).toEqual([{ type: 'go-on', human: false }]);
  });

  test('leads to a human at once, and promises no call back', () => {
    const call = returned().key('0', 4_000);
    expect(call.types()).toEqual(['record', 'stop-playback', 'go-on']);
    expect(call.effects.at(-1)).toEqual({ type: 'go-on', human: true });
    expect(dialogueFacts(call.state)).toMatchObject({ heardMs: 4_000, keys: ['0'] });
  });

  test('goes on when the notice cannot be played', () => {
    expect(returned().ended(1_000, false).timeOut(2_000).types()).toEqual(['go-on']);
  });

  test('is over for the notice when the customer hangs up', () => {
    expect(returned().hangUp(3_000).types()).toEqual([]);
  });
});

describe('the notice is said', () => {
  test('an answer plays the notice and guards the playback', () => {
    expect(line().send({ type: 'answered', at: 0 }).effects).toEqual([
      { type: 'play', step: 1, parts: ['notice'] },
      { type: 'start-timer', step: 1, ms: 300_000 },
    ]);
  });

  test('without a key the menu is said once more, then the closing words, then we hang up', () => {
    const call = line().answer().ended(10_000);
    expect(call.effects).toEqual([{ type: 'start-timer', step: 2, ms: 5000 }]);
    call.timeOut(15_000).ended(20_000).timeOut(25_000);
    expect(call.played).toEqual(['notice', 'menu', 'closing']);
    call.ended(27_000);
    expect(call.types()).toEqual(['hang-up', 'start-timer']);
    call.hangUp(27_100);
    expect(call.state.phase).toBe('over');
    expect(dialogueFacts(call.state)).toEqual({ answered: true, heardMs: 10_000, keys: [], hungUpBy: 'us' });
  });

  test('a second answer changes nothing', () => {
    const call = line().answer();
    expect(call.send({ type: 'answered', at: 50 }).effects).toEqual([]);
    expect(call.played).toEqual(['notice']);
  });
});

describe('keys', () => {
  test.each([
    ['1', 'confirmed', 'thanks+closing'],
    ['3', 'call-later', 'later+closing'],
    ['0', 'human-requested', 'human+closing'],
    ['9', 'opted-out', 'opted-out+closing'],
  ])('%s during the notice records %s and says %s', (key, wish, words) => {
    const call = line().answer().key(key, 2000);
    expect(call.effects).toEqual([
      { type: 'record', wish, at: 2000 },
      { type: 'stop-playback', step: 1 },
      { type: 'play', step: 2, parts: words.split('+') },
      { type: 'start-timer', step: 2, ms: 300_000 },
    ]);
    expect(call.ended(4000).types()).toEqual(['hang-up', 'start-timer']);
    expect(dialogueFacts(call.hangUp(4100).state)).toMatchObject({ heardMs: 2000, keys: [key] });
  });

  test.each(['1', '3', '0', '9'])('%s in the silence after the notice stops nothing', (key) => {
    expect(line().answer().ended(9000).key(key, 9500).types()).toEqual(['record', 'play', 'start-timer']);
  });

  test('2 plays the notice again, three times at most; a fourth is a wrong key', () => {
    const call = line().answer();
    call.key('2', 1000).started(1100).key('2', 2000).started(2100).ended(9000).key('2', 9500);
    expect(call.played).toEqual(['notice', 'notice', 'notice', 'notice']);
    call.started(9600);
    expect(call.key('2', 9700).effects).toEqual([]);
    expect(call.state.playing).toBe(true);
  });

  test('2 during the closing words brings the notice back while nothing was decided', () => {
    const call = line().answer().ended(9000).timeOut(14_000).ended(16_000).timeOut(21_000);
    call.key('2', 22_000).started(22_100).ended(30_000).timeOut(35_000);
    expect(call.played).toEqual(['notice', 'menu', 'closing', 'notice', 'closing']);
  });

  test.each(['4', '5', '6', '7', '8', '*', '#', 'A', ''])('"%s" is kept and ignored', (key) => {
    const call = line().answer();
    const before = call.state;
    expect(call.key(key, 100).effects).toEqual([]);
    expect(call.state).toEqual({ ...before, keys: [key] });
  });

  test('keys before the answer are nobody’s', () => {
    expect(line().key('9', 5).state.keys).toEqual([]);
  });

  test('a wish after another is heard too, once each; 3 and 2 come too late', () => {
    const call = line().answer().key('1', 1000).key('9', 1500).key('9', 1600).key('3', 1700).key('2', 1800);
    expect(call.recorded).toEqual(['confirmed', 'opted-out']);
    expect(call.played).toEqual(['notice', 'thanks+closing', 'opted-out+closing']);
    expect(call.key('0', 2000).recorded).toEqual(['confirmed', 'opted-out', 'human-requested']);
  });

  test('3, then 1: the customer changed their mind and is not called again', () => {
    const call = line().answer().key('3', 1000).key('1', 1500);
    expect(call.recorded).toEqual(['call-later', 'confirmed']);
  });

  test('a wish while we hang up is recorded without words', () => {
    const call = line().answer().key('1', 1000).ended(2000).key('9', 2050);
    expect(call.effects).toEqual([{ type: 'record', wish: 'opted-out', at: 2050 }]);
    expect(call.state.phase).toBe('hanging-up');
  });
});

describe('how long the notice was heard', () => {
  test('a hang-up in the middle', () => {
    const call = line().send({ type: 'answered', at: 0 }).started(700).hangUp(4700);
    expect(dialogueFacts(call.state)).toMatchObject({ heardMs: 4000, hungUpBy: 'customer' });
  });

  test('the longest single hearing counts, not the sum', () => {
    const call = line().answer().key('2', 6000).started(6000).hangUp(9000);
    expect(dialogueFacts(call.state).heardMs).toBe(6000);
  });

  test('a later hearing that is longer wins', () => {
    const call = line().answer().key('2', 2000).started(2100).hangUp(9100);
    expect(dialogueFacts(call.state).heardMs).toBe(7000);
  });

  test('a playback that never began was not heard', () => {
    const call = line().send({ type: 'answered', at: 0 }).hangUp(9000);
    expect(dialogueFacts(call.state).heardMs).toBe(0);
  });

  test('a playback that completed was heard although the news of its start was lost', () => {
    expect(dialogueFacts(line().send({ type: 'answered', at: 0 }).ended(9000).state).heardMs).toBe(9000);
  });

  test('menu and closing words add nothing', () => {
    const call = line().answer().ended(9000).timeOut(14_000).started(14_000).hangUp(60_000);
    expect(dialogueFacts(call.state).heardMs).toBe(9000);
  });

  test('it can be asked while the notice plays', () => {
    expect(heardMsAt(line().answer(1000).state, 3500)).toBe(2500);
  });
});

describe('what goes wrong', () => {
  test('the playback breaks off because the customer hung up, which is told a little later', () => {
    const call = line().answer().ended(3000, false);
    expect(call.types()).toEqual(['start-timer']);
    expect(dialogueFacts(call.hangUp(3020).state)).toMatchObject({ heardMs: 3000, hungUpBy: 'customer' });
  });

  test('the playback breaks off and the call goes on: we hang up', () => {
    const call = line().answer().ended(3000, false).timeOut(4000);
    expect(call.types()).toEqual(['hang-up', 'start-timer']);
    expect(dialogueFacts(call.hangUp(4100).state)).toMatchObject({ heardMs: 3000, hungUpBy: 'us' });
  });

  test('a key after the playback broke off still counts', () => {
    expect(line().answer().ended(3000, false).key('1', 3500).played).toEqual(['notice', 'thanks+closing']);
  });

  test('a playback that never ends is hung up on', () => {
    expect(line().answer().timeOut(300_000).types()).toEqual(['hang-up', 'start-timer']);
  });

  test('the PBX does not end the call: we give up and let recovery settle it', () => {
    const call = line().answer().timeOut(300_000).timeOut(305_000);
    expect(call.effects).toEqual([{ type: 'give-up' }]);
    expect(call.state.phase).toBe('over');
  });

  test('events of a playback that was stopped are stale', () => {
    const call = line().answer().key('1', 1000);
    const before = call.state;
    call.send({ type: 'playback-ended', step: 1, at: 1050, completed: false });
    call.send({ type: 'playback-started', step: 1, at: 1060 }, { type: 'time-out', step: 1, at: 1070 });
    expect(call.state).toEqual(before);
    expect(call.effects).toEqual([]);
  });

  test('nothing moves a dialogue that is over', () => {
    const call = line().answer().hangUp(100);
    const before = call.state;
    expect(call.key('9', 200).answer(300).timeOut(400).hangUp(500).state).toEqual(before);
  });

  test('a call that was never answered', () => {
    expect(dialogueFacts(line().hangUp(30_000).state)).toMatchObject({ answered: false, heardMs: 0 });
    expect(line().timeOut(30_000).types()).toEqual(['hang-up', 'start-timer']);
  });
});

describe('whatever happens', () => {
  const step = fc.nat(12);
  const anyEvent = (at: number): fc.Arbitrary<DialogueEvent> =>
    fc.oneof(
      fc.constant<DialogueEvent>({ type: 'answered', at }),
      step.map((of): DialogueEvent => ({ type: 'playback-started', step: of, at })),
      fc
        .tuple(step, fc.boolean())
        .map(([of, completed]): DialogueEvent => ({ type: 'playback-ended', step: of, at, completed })),
      fc.constantFrom('0', '1', '2', '3', '9', '#').map((key): DialogueEvent => ({ type: 'key', key, at })),
      step.map((of): DialogueEvent => ({ type: 'time-out', step: of, at })),
    );
  const events = fc.array(fc.nat(50), { maxLength: 60 }).chain((gaps) => {
    let at = 0;
    return fc.tuple(...gaps.map((gap) => anyEvent((at += gap))));
  });

  test('a start that is told twice does not begin the hearing anew', () => {
    const call = line().answer(0).started(500).hangUp(4000);
    expect(dialogueFacts(call.state).heardMs).toBe(4000);
  });

  test('every wish is recorded once at most, and what it was is in the keys', () => {
    fc.assert(
      fc.property(events, (all) => {
        const call = line().send(...all);
        expect(new Set(call.recorded).size).toBe(call.recorded.length);
        const keyOf: Record<string, string> = { confirmed: '1', 'call-later': '3', 'human-requested': '0' };
        for (const wish of call.recorded) expect(call.state.keys).toContain(keyOf[wish] ?? '9');
      }),
      { numRuns: 1000 },
    );
  });

  test('1, 9 and 0 after the answer are never lost', () => {
    fc.assert(
      fc.property(events, (all) => {
        const call = line().send(...all);
        const wishes: Record<string, string> = { '1': 'confirmed', '9': 'opted-out', '0': 'human-requested' };
        for (const [key, wish] of Object.entries(wishes)) {
          expect(call.recorded.includes(wish)).toBe(call.state.keys.includes(key));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('heard time never shrinks and never exceeds the time on the line', () => {
    fc.assert(
      fc.property(events, (all) => {
        const call = line();
        let heard = 0;
        for (const event of all) {
          const now = heardMsAt(call.send(event).state, event.at);
          expect(now).toBeGreaterThanOrEqual(heard);
          expect(now).toBeLessThanOrEqual(event.at - (call.state.answeredAt ?? event.at));
          heard = now;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('it ends: after any beginning, playbacks and time-outs alone lead to the end in bounded playbacks', () => {
    fc.assert(
      fc.property(events, (all) => {
        const call = line().send(...all);
        let at = 10_000;
        for (let left = 20; left > 0 && call.state.phase !== 'over'; left--) {
          if (call.state.playing) call.ended((at += 100));
          else call.timeOut((at += 100));
        }
        expect(call.state.phase).toBe('over');
        // First hearing, repeats, one menu, a closing after each hearing, four wishes.
        expect(call.played.length).toBeLessThanOrEqual(1 + 3 + 1 + 4 + 4);
      }),
      { numRuns: 1000 },
    );
  });

  test('something always watches: every state but the first and the last has a timer that can end it', () => {
    fc.assert(
      fc.property(events, (all) => {
        const call = line();
        let timer = -1;
        for (const event of all) {
          for (const effect of call.send(event).effects) {
            if (effect.type === 'start-timer') timer = effect.step;
          }
          const watched = call.state.phase === 'not-answered' || call.state.phase === 'over';
          expect(watched || timer === call.state.step).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a state survives being stored as JSON', () => {
    const call = line().answer().key('2', 900);
    const restored = JSON.parse(JSON.stringify(call.state)) as NoticeDialogue;
    const event: DialogueEvent = { type: 'key', key: '1', at: 2000 };
    expect(advanceNoticeDialogue(restored, event).effects).toEqual(
      advanceNoticeDialogue(call.state, event).effects,
    );
  });
});
