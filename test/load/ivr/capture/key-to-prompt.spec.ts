import { keyToPrompt } from './key-to-prompt';
import { captureOf, type WrittenPacket } from './rtp-packets.fixture';
import { rtpPackets } from './rtp-packets';

const CALLER = '127.77.1.2:20000';
const PBX = '127.77.1.1:10000';

const sound = (atMs: number, from = PBX): WrittenPacket => ({ atMs, from, to: CALLER, payloadType: 8 });
/** Keys come from a port of their own. */
const keyPacket = (atMs: number, end: boolean): WrittenPacket => ({
  atMs,
  from: '127.77.1.2:30000',
  to: PBX,
  payloadType: 101,
  payload: [1, end ? 0x8a : 0x0a, 3, 0x20],
});

const measure = (...packets: WrittenPacket[]) =>
  keyToPrompt(rtpPackets(captureOf(packets)), (address) => address.startsWith('127.77.1.2:'));

describe('key end to first prompt packet, from a capture', () => {
  it('runs from the first packet that ends the key to the next packet of sound', () => {
    const result = measure(
      sound(1_000),
      keyPacket(2_000, false),
      keyPacket(2_100, true),
      keyPacket(2_100.25, true),
      sound(2_103.5),
      sound(2_123.5),
    );
    expect(result).toEqual({ answeredMs: [expect.closeTo(3.5, 3)], unanswered: 0, overlapped: 0 });
  });

  it('sets aside a key pressed into a prompt that still plays', () => {
    const result = measure(sound(2_080), keyPacket(2_100, true), sound(2_101));
    expect(result).toEqual({ answeredMs: [], unanswered: 0, overlapped: 1 });
  });

  it('counts a key that nothing answers', () => {
    expect(measure(keyPacket(2_100, true))).toMatchObject({ unanswered: 1 });
    expect(measure(keyPacket(2_100, true), sound(60_000))).toMatchObject({
      answeredMs: [],
      unanswered: 1,
    });
  });

  it("keeps calls apart by the PBX's port, and takes the caller's own sound for no answer", () => {
    const other = '127.77.1.1:10002';
    const result = measure(
      keyPacket(2_100, true),
      { atMs: 2_101, from: CALLER, to: PBX, payloadType: 8 },
      sound(2_102, other),
      sound(2_110),
    );
    expect(result.answeredMs).toEqual([expect.closeTo(10, 3)]);
  });

  it('takes a second key for itself', () => {
    const result = measure(keyPacket(2_100, true), sound(2_104), keyPacket(3_100, true), sound(3_106));
    expect(result.answeredMs).toEqual([expect.closeTo(4, 3), expect.closeTo(6, 3)]);
  });

  it('leaves out a packet that was not written whole, and refuses what is no capture', () => {
    const whole = captureOf([keyPacket(2_100, true), sound(2_104)]);
    expect([...rtpPackets(whole.subarray(0, whole.length - 3))]).toHaveLength(1);
    expect(() => [...rtpPackets(Buffer.alloc(30))]).toThrow(RangeError);
    expect(() => [...rtpPackets(Buffer.alloc(0))]).toThrow('empty');
  });
});
