import { decodeAriEvent, MalformedAriEvent } from './ari-event';

const channel = {
  id: 'c',
  state: 'Up',
  caller: { number: '1' },
  dialplan: { exten: '2' },
  creationtime: 'x',
};
const timestamp = '2026-11-22T07:49:18.796+0000';
const at = Date.UTC(2026, 10, 22, 7, 49, 18, 796);

describe('an ARI event', () => {
  it.each(['SomethingOfTomorrow', 'ChannelVarset', undefined, 7])('of type %p is passed over', (type) => {
    expect(decodeAriEvent({ type, timestamp }, 0)).toBeUndefined();
  });

  it.each([null, 'text', 3, []])('that is %p is passed over', (raw) => {
    expect(decodeAriEvent(raw, 0)).toBeUndefined();
  });

  it.each([
    [{ type: 'StasisStart' }, 'id'],
    [{ type: 'ChannelDestroyed', channel: { id: 5 } }, 'id'],
    [{ type: 'ChannelDtmfReceived', channel }, 'digit'],
    [{ type: 'PlaybackFinished', playback: { id: 'p' } }, 'target_uri'],
  ])('without what it needs is refused: %j', (raw, field) => {
    expect(() => decodeAriEvent(raw, 0)).toThrow(MalformedAriEvent);
    expect(() => decodeAriEvent(raw, 0)).toThrow(field);
  });

  it('carries the time of the PBX, to the millisecond', () => {
    const event = decodeAriEvent({ type: 'ChannelDestroyed', channel, cause: 17, timestamp }, 5);
    expect(event).toMatchObject({ at, cause: 17 });
  });

  it('without a time carries the time of its arrival', () => {
    expect(decodeAriEvent({ type: 'ApplicationReplaced' }, 5)).toEqual({
      type: 'ApplicationReplaced',
      at: 5,
    });
  });

  it('of dialling matters only when the far network plays something', () => {
    const dial = { type: 'Dial', peer: channel, timestamp };
    expect(decodeAriEvent({ ...dial, dialstatus: 'RINGING' }, 0)).toBeUndefined();
    expect(decodeAriEvent({ ...dial, dialstatus: 'PROGRESS' }, 0)).toMatchObject({
      type: 'DialProgress',
      callId: 'c',
    });
  });

  it('names the call of a playback', () => {
    const playback = { id: 'p', target_uri: 'channel:c', state: 'failed' };
    const event = decodeAriEvent({ type: 'PlaybackFinished', playback, timestamp }, 0);
    expect(event).toMatchObject({ playbackId: 'p', callId: 'c', failed: true });
  });
});
