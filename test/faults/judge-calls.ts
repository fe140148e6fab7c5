import type { ReceivedCall } from '@switchyard/testing';

/** A time in which the PBX was dead; milliseconds since the epoch. It could not say good-bye to its calls. */
export interface PbxDeath {
  readonly from: number;
  /** Infinite while it is dead. */
  readonly to: number;
}

/** Seconds from the end of a call to the next one of its number at the earliest, by what the subscriber did. */
export interface ExpectedSpacing {
  readonly busy: number;
  readonly noAnswer: number;
  readonly rejected: number;
  readonly switchedOff: number;
  /** Congestion on the way: a failure on our side, which only backs off. */
  readonly technical: number;
  /** Where our side may have seen less than the subscriber did: the policy's smallest. */
  readonly floor: number;
}

export interface CallEvidence {
  /** sipp's own log of received calls. */
  readonly calls: readonly ReceivedCall[];
  readonly deaths: readonly PbxDeath[];
  /** By number: when the last of its contacts reached its disposition. */
  readonly settledAt: ReadonlyMap<string, number>;
  readonly spacing: ExpectedSpacing;
  readonly ringSeconds: number;
  readonly attemptCap: number;
}

export type CallFinding = {
  readonly kind: 'after-settlement' | 'overlap' | 'too-soon' | 'over-cap' | 'stranger' | 'never-ended';
  readonly number: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly detail: string;
};

/** Milliseconds by which the PBX may see the end of a call earlier than the subscriber, where it ended the call itself. */
const SKEW_MS = 250;
/** Both clocks are one, but the times are rounded. */
const ROUNDING_MS = 10;

/** What the subscribers' own log says against us. Pure. */
export function judgeCalls(evidence: CallEvidence): readonly CallFinding[] {
  return [...byNumber(evidence.calls)].flatMap(([number, calls]) => [
    ...calls.flatMap((call) => judgeSettlement(call, evidence)),
    ...calls.flatMap((call, index) => judgePair(calls[index - 1], call, evidence)),
    ...judgeCap(number, calls, evidence),
    ...calls.filter((call) => endOf(call, evidence.deaths) === undefined).map(neverEnded),
  ]);
}

/** Findings that are a second call where there should have been none, or not yet. */
export function isDoubleDial({ kind }: CallFinding): boolean {
  return kind === 'after-settlement' || kind === 'overlap' || kind === 'too-soon' || kind === 'stranger';
}

/** Calls whose far end is still there. */
export function liveCalls(calls: readonly ReceivedCall[], deaths: readonly PbxDeath[]): number {
  return calls.filter((call) => endOf(call, deaths) === undefined).length;
}

function judgeSettlement(call: ReceivedCall, { settledAt }: CallEvidence): CallFinding[] {
  const { number, invitedAt: at } = call;
  const settled = settledAt.get(number);
  if (settled === undefined) return [{ kind: 'stranger', number, at, detail: 'nobody asked for this call' }];
  if (at <= settled) return [];
  const detail = `dialled ${at - settled} ms after its last contact was settled`;
  return [{ kind: 'after-settlement', number, at, detail }];
}

function judgePair(
  before: ReceivedCall | undefined,
  call: ReceivedCall,
  evidence: CallEvidence,
): CallFinding[] {
  if (!before) return [];
  const { number, invitedAt: at } = call;
  const ended = endOf(before, evidence.deaths);
  const skew = before.end === 'pbx-hung-up' || before.end === 'cancelled' ? SKEW_MS : ROUNDING_MS;
  if (ended === undefined || at < ended - skew) {
    const detail = `dialled while the call of ${time(before.invitedAt)} lived`;
    return [{ kind: 'overlap', number, at, detail }];
  }
  const seconds = spacingAfter(before, evidence);
  if (at - ended >= seconds * 1000 - skew) return [];
  const detail = `dialled ${at - ended} ms after the end of the call before (${describe(before)}), not ${seconds} s`;
  return [{ kind: 'too-soon', number, at, detail }];
}

function judgeCap(number: string, calls: readonly ReceivedCall[], evidence: CallEvidence): CallFinding[] {
  const decided = calls.filter((call) => isDecided(call, evidence));
  const beyond = decided[evidence.attemptCap];
  if (!beyond) return [];
  const detail = `${decided.length} calls that the customer decided, ${evidence.attemptCap} are allowed`;
  return [{ kind: 'over-cap', number, at: beyond.invitedAt, detail }];
}

function neverEnded(call: ReceivedCall): CallFinding {
  return { kind: 'never-ended', number: call.number, at: call.invitedAt, detail: 'nobody hung up' };
}

/** Milliseconds since the epoch; undefined while it lives. A call ends with its PBX, which cannot tell. */
function endOf(call: ReceivedCall, deaths: readonly PbxDeath[]): number | undefined {
  const death = deaths
    .filter(({ to }) => call.invitedAt <= to && (call.endedAt === undefined || call.endedAt > to))
    .map(({ from }) => Math.max(from, call.invitedAt));
  const ends = call.endedAt === undefined ? death : [...death, call.endedAt];
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Whether the customer's side decided how it ended: answered, refused, or let it ring to the end. */
function isDecided(call: ReceivedCall, evidence: CallEvidence): boolean {
  if (call.answeredAt !== undefined) return true;
  if (call.end === 'refused') return call.status !== CONGESTION;
  return rangToTheEnd(call, evidence.ringSeconds);
}

function rangToTheEnd(call: ReceivedCall, ringSeconds: number): boolean {
  if (call.end !== 'cancelled' || call.endedAt === undefined) return false;
  return call.endedAt - call.invitedAt >= ringSeconds * 1000 - 500;
}

const CONGESTION = 503;

function spacingAfter(call: ReceivedCall, evidence: CallEvidence): number {
  const { spacing, ringSeconds, deaths } = evidence;
  if (rangToTheEnd(call, ringSeconds)) return spacing.noAnswer;
  if (call.end !== 'refused' || endOf(call, deaths) !== call.endedAt) return spacing.floor;
  switch (call.status) {
    case CONGESTION:
      return spacing.technical;
    case 486:
      return spacing.busy;
    case 603:
      return spacing.rejected;
    case 480:
      return spacing.switchedOff;
    case 408:
      return spacing.noAnswer;
    default:
      return spacing.floor;
  }
}

function byNumber(calls: readonly ReceivedCall[]): ReadonlyMap<string, readonly ReceivedCall[]> {
  const groups = new Map<string, ReceivedCall[]>();
  for (const call of [...calls].sort((one, other) => one.invitedAt - other.invitedAt)) {
    groups.set(call.number, [...(groups.get(call.number) ?? []), call]);
  }
  return groups;
}

function describe({ end, status, answeredAt }: ReceivedCall): string {
  if (end === 'refused') return `refused with ${status ?? 'no status'}`;
  return `${answeredAt === undefined ? 'not answered' : 'answered'}, ${end ?? 'cut off'}`;
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 23);
}
