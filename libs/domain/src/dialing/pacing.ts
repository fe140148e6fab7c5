/** What one PBX node's trunk carries. */
export interface TrunkLoad {
  readonly lines: number;
  /** Lines kept for callers (T2.10); those that callers use count against it first. */
  readonly inboundReserve: number;
  /** Lines in use now. */
  readonly liveInbound: number;
  readonly liveOutbound: number;
}

/** Outbound calls that the lines permit to start now, never negative. */
export function freeLines({ lines, inboundReserve, liveInbound, liveOutbound }: TrunkLoad): number {
  return Math.max(0, Math.floor(lines - liveOutbound - Math.max(liveInbound, inboundReserve)));
}

/** Lines of a batch with so many per cent of all: at least one, else it would starve. */
export function linesOfShare(lines: number, sharePercent: number): number {
  return Math.max(1, Math.floor((lines * sharePercent) / 100));
}

/** The calls-per-second limit of a trunk. */
export interface CallRate {
  readonly callsPerSecond: number;
  /** Calls that may start at once after a quiet time, at least 1. */
  readonly burst: number;
}

export interface TokenBucket {
  readonly tokens: number;
  readonly at: Date;
}

export function fullBucket(rate: CallRate, at: Date): TokenBucket {
  return { tokens: rate.burst, at };
}

/**
 * Takes up to `wanted` call starts. Over any span of s seconds no more than burst + s × callsPerSecond are
 * granted. A clock that goes back refills nothing.
 */
export function takeTokens(
  bucket: TokenBucket,
  rate: CallRate,
  now: Date,
  wanted: number,
): { readonly granted: number; readonly bucket: TokenBucket } {
  const elapsedSeconds = Math.max(0, now.getTime() - bucket.at.getTime()) / 1000;
  const tokens = Math.min(rate.burst, bucket.tokens + elapsedSeconds * rate.callsPerSecond);
  const granted = Math.max(0, Math.min(Math.floor(wanted), Math.floor(tokens)));
  return { granted, bucket: { tokens: tokens - granted, at: now } };
}

/** Milliseconds from the bucket's time until one call may start. */
export function msUntilToken(bucket: TokenBucket, rate: CallRate): number {
  return Math.max(0, Math.ceil(((1 - bucket.tokens) / rate.callsPerSecond) * 1000));
}
