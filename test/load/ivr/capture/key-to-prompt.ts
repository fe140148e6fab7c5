import { type RtpPacket, TELEPHONE_EVENT } from './rtp-packets';

export interface KeyToPrompt {
  /** Milliseconds from the first packet that ends a key to the first packet of sound after it, one for each key. */
  readonly answeredMs: readonly number[];
  /** Keys after which no sound came within the patience. */
  readonly unanswered: number;
  /** Keys pressed while a prompt still played: what answered them cannot be told apart. */
  readonly overlapped: number;
}

/** Sound this short a time before a key belongs to a prompt that still plays. Milliseconds; a packet is 20 ms. */
const STILL_PLAYING = 60;
const PATIENCE = 10_000;

interface Caller {
  lastSoundAt: number;
  keyTimestamp?: number;
  waitingSince?: number;
}

/**
 * How long callers wait for an answer to a key, from a capture alone. `isCaller` tells a caller's address:port.
 * Packets come in the order of the capture.
 */
export function keyToPrompt(
  packets: Iterable<RtpPacket>,
  isCaller: (addressAndPort: string) => boolean,
): KeyToPrompt {
  const callers = new Map<string, Caller>();
  const answeredMs: number[] = [];
  let unanswered = 0;
  let overlapped = 0;
  const callerAt = (address: string): Caller => {
    const caller = callers.get(address) ?? { lastSoundAt: -Infinity };
    callers.set(address, caller);
    return caller;
  };
  for (const { at, from, to, payloadType, timestamp, keyEnd } of packets) {
    if (keyEnd && isCaller(from)) {
      const caller = callerAt(from);
      if (caller.keyTimestamp === timestamp) continue; // the end of a key is sent three times
      if (caller.waitingSince !== undefined) unanswered += 1;
      caller.keyTimestamp = timestamp;
      caller.waitingSince = undefined;
      if (at - caller.lastSoundAt < STILL_PLAYING) overlapped += 1;
      else caller.waitingSince = at;
    } else if (payloadType !== TELEPHONE_EVENT && isCaller(to)) {
      const caller = callerAt(to);
      caller.lastSoundAt = at;
      if (caller.waitingSince === undefined) continue;
      if (at - caller.waitingSince > PATIENCE) unanswered += 1;
      else answeredMs.push(at - caller.waitingSince);
      caller.waitingSince = undefined;
    }
  }
  for (const { waitingSince } of callers.values()) if (waitingSince !== undefined) unanswered += 1;
  return { answeredMs, unanswered, overlapped };
}
