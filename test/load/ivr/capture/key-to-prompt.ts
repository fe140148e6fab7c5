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
/** The end of a key is sent three times within this. */
const REPEATED_WITHIN = 200;
const PATIENCE = 10_000;

interface Call {
  lastSoundAt: number;
  keyAt: number;
  waitingSince?: number;
}

/**
 * How long callers wait for an answer to a key, from a capture alone. A call is known by the port that the PBX uses for
 * it, since callers may send keys and sound from different ones. `isCaller` tells a caller's address:port. Packets come
 * in the order of the capture.
 */
export function keyToPrompt(
  packets: Iterable<RtpPacket>,
  isCaller: (addressAndPort: string) => boolean,
): KeyToPrompt {
  const calls = new Map<string, Call>();
  const answeredMs: number[] = [];
  let unanswered = 0;
  let overlapped = 0;
  const callAt = (pbxPort: string): Call => {
    const call = calls.get(pbxPort) ?? { lastSoundAt: -Infinity, keyAt: -Infinity };
    calls.set(pbxPort, call);
    return call;
  };
  for (const { at, from, to, payloadType, keyEnd } of packets) {
    if (keyEnd && isCaller(from)) {
      const call = callAt(to);
      if (at - call.keyAt < REPEATED_WITHIN) continue;
      if (call.waitingSince !== undefined) unanswered += 1;
      call.keyAt = at;
      call.waitingSince = undefined;
      if (at - call.lastSoundAt < STILL_PLAYING) overlapped += 1;
      else call.waitingSince = at;
    } else if (payloadType !== TELEPHONE_EVENT && isCaller(to)) {
      const call = callAt(from);
      call.lastSoundAt = at;
      if (call.waitingSince === undefined) continue;
      if (at - call.waitingSince > PATIENCE) unanswered += 1;
      else answeredMs.push(at - call.waitingSince);
      call.waitingSince = undefined;
    }
  }
  for (const { waitingSince } of calls.values()) if (waitingSince !== undefined) unanswered += 1;
  return { answeredMs, unanswered, overlapped };
}
