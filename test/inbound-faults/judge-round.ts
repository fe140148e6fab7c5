import type { CrowdCall } from '@switchyard/testing';
import type { Whereabouts } from './guests';
import { heardAgain, longestSilence } from './hearing';
import type { InboundFault } from './inbound-faults';

/** A caller of a round, when it is over. */
export interface JudgedGuest {
  readonly where: Whereabouts;
  readonly call: CrowdCall;
}

export interface FaultTimes {
  /** Milliseconds since the epoch. */
  readonly struckAt: number;
  /** When what was taken away served again (an ivr process: its health endpoint says ready). */
  readonly returnedAt: number;
}

export interface RoundVerdict {
  /** Callers who lost their call, for people. */
  readonly dropped: readonly string[];
  /** Callers who heard nothing for longer than the bound. */
  readonly silentForever: readonly string[];
  /** Milliseconds from the return to the first sound, of each caller in a menu. */
  readonly menuAgainMs: readonly number[];
  readonly findings: readonly string[];
}

/** A call in Stasis whose process is gone is queued by the PBX after 45 s; some more for a busy machine. */
export const SILENCE_MS = 55_000;
/** A talk or a queue's music never pauses for so long. */
const STEADY_MS = 3_000;
/** A menu whose prompt is asked for every 4 s never is silent for so long while the platform serves. */
const MENU_MS = 15_000;

const STEADY: readonly Whereabouts[] = ['with-agent', 'in-queue'];
const AWAY_FOR_A_WHILE: readonly InboundFault[] = ['kill-ivr', 'stop-ivr', 'take-over'];
const MENUS_GO_ON: readonly InboundFault[] = ['restart-postgres', 'restart-nats', 'kill-ticket'];

/** What one fault did to its callers, by what they heard and how their calls ended. */
export function judgeRound(
  fault: InboundFault,
  guests: readonly JudgedGuest[],
  { struckAt, returnedAt }: FaultTimes,
): RoundVerdict {
  const findings: string[] = [];
  const menuAgainMs: number[] = [];
  const tell = ({ where, call }: JudgedGuest, what: string) => `${fault}: ${call.from} (${where}) ${what}`;
  const survives = fault !== 'restart-asterisk';
  const dropped = guests.filter(({ call }) => survives && call.end !== 'caller-hung-up');
  const living = guests.filter(({ call }) => call.end === 'caller-hung-up');
  const silent = living.filter(({ call }) => {
    if (call.answeredAt === undefined) return true;
    const end = survives ? (call.endedAt ?? returnedAt) : struckAt;
    return longestSilence(call.heardAt, call.answeredAt, end) > SILENCE_MS;
  });
  for (const guest of survives ? living : []) {
    const { where, call } = guest;
    const until = Math.min(returnedAt + STEADY_MS, call.endedAt ?? Infinity);
    const silence = Math.round(longestSilence(call.heardAt, struckAt, until));
    if (STEADY.includes(where) && silence > STEADY_MS)
      findings.push(tell(guest, `heard nothing for ${silence} ms`));
    if (where === 'in-menu' && MENUS_GO_ON.includes(fault)) {
      const around = {
        from: struckAt - MENU_MS,
        to: Math.min(returnedAt + MENU_MS, call.endedAt ?? Infinity),
      };
      const without = Math.round(longestSilence(call.heardAt, around.from, around.to));
      if (without > MENU_MS) findings.push(tell(guest, `heard no menu for ${without} ms`));
    }
    if (where === 'in-menu' && AWAY_FOR_A_WHILE.includes(fault)) {
      const heard = heardAgain(call.heardAt, struckAt, returnedAt, call.endedAt ?? Infinity);
      if (heard === undefined) findings.push(tell(guest, 'never heard the menu again'));
      else menuAgainMs.push(Math.max(0, Math.round(heard - returnedAt)));
    }
  }
  return {
    dropped: dropped.map((guest) =>
      tell(guest, `${guest.call.end ?? 'lives'}: ${guest.call.timeline.join(' | ')}`),
    ),
    silentForever: silent.map((guest) => tell(guest, 'heard nothing any more')),
    menuAgainMs,
    findings,
  };
}

/** Whether everybody who waited still waits, in the same order; others may have come behind or between. */
export function keptPlaces(before: readonly string[], after: readonly string[]): boolean {
  return after.filter((channel) => before.includes(channel)).join() === before.join();
}
