import type { IncomingCall, KeyPress } from '@switchyard/testing';
import type { SeededRandom } from '../faults/seeded-random';
import type { InboundFault } from './inbound-faults';

/** Where a caller is when the fault strikes. */
export type Whereabouts = 'with-agent' | 'in-queue' | 'in-menu' | 'in-look-up' | 'newcomer';

export interface Guest {
  readonly where: Whereabouts;
  readonly call: IncomingCall;
}

const HOTLINE = '95598';
/** Keys that lead to a menu, whose prompt key `*` repeats. */
const WAYS = ['', '1', '15', '2', '3', '14'];
const FIRST_MS = 1_500;
const NEXT_MS = 900;
const AGAIN_MS = 4_000;
const WAITING_SHARE = 0.35;
/** Of those in menus, where the fault is one for those who wait for data. */
const LOOKING_UP_SHARE = 0.5;
const DATA_IS_TAKEN_AWAY: readonly InboundFault[] = ['restart-nats', 'kill-ticket'];
/** Callers whose calls begin as the process dies. */
const BEGINNING: readonly InboundFault[] = ['kill-ivr', 'kill-ivr-for-long', 'take-over'];
const BEGINNERS_SHARE = 0.1;
/** No case has such a query code. */
const QUERY_CODE = '00000000';
/** After the last digit: the answer "not at the moment", then the menu again. */
const ASKS_FOR_HUMAN_MS = 11_000;

/** Seconds that callers stay, by what happens to them. */
export const STAY_SECONDS: Readonly<Record<InboundFault, number>> = {
  'kill-ivr': 60,
  'kill-ivr-for-long': 120,
  'stop-ivr': 70,
  'restart-nats': 70,
  'kill-ticket': 70,
  'restart-postgres': 60,
  'postgres-for-long': 140,
  'take-over': 80,
  'restart-asterisk': 60,
};

/** They stay at least until the process is back. */
const NEWCOMER_SECONDS: Readonly<Partial<Record<InboundFault, number>>> = { 'kill-ivr-for-long': 90 };

export interface Party {
  readonly talkers: readonly Guest[];
  readonly others: readonly Guest[];
  /** In a menu like others, but they call in the very moment of the fault. */
  readonly beginners: readonly Guest[];
  readonly newcomers: readonly Guest[];
}

/** The callers of one fault. `series`, 0 to 99, keeps their numbers apart from those of others. */
export function party(
  fault: InboundFault,
  count: number,
  agents: number,
  series: number,
  random: SeededRandom,
): Party {
  let serial = 0;
  const seconds = STAY_SECONDS[fault];
  const guest = (where: Whereabouts, keys: readonly KeyPress[], stay = seconds): Guest => {
    const from = `+86137${String(series).padStart(2, '0')}${String(serial++).padStart(6, '0')}`;
    const spent = keys.reduce((sum, { afterMs }) => sum + afterMs, 0) / 1_000;
    return { where, call: { from, to: HOTLINE, keys, seconds: Math.max(1, stay - spent) } };
  };
  const waiting = Math.round(count * WAITING_SHARE);
  const inMenus = count - agents - waiting;
  const lookingUp = DATA_IS_TAKEN_AWAY.includes(fault) ? Math.round(inMenus * LOOKING_UP_SHARE) : 0;
  const times = (many: number, make: () => Guest) => Array.from({ length: many }, make);
  const human = () => guest('in-queue', [{ afterMs: FIRST_MS, key: '0' }]);
  return {
    talkers: times(agents, () => guest('with-agent', [{ afterMs: FIRST_MS, key: '0' }], seconds + 10)),
    others: random.shuffled([
      ...times(waiting, human),
      ...times(inMenus - lookingUp, () => guest('in-menu', menuKeys(random, seconds))),
      ...times(lookingUp, () => guest('in-look-up', LOOK_UP)),
    ]),
    beginners: times(BEGINNING.includes(fault) ? Math.max(3, Math.round(count * BEGINNERS_SHARE)) : 0, () => {
      const { where, call } = guest('in-menu', menuKeys(random, seconds, ''));
      return { where, call: { ...call, ringSeconds: seconds } };
    }),
    newcomers: times(Math.max(3, Math.round(count / 10)), () =>
      guest('newcomer', [], NEWCOMER_SECONDS[fault] ?? 30),
    ),
  };
}

/** Into a menu, and its prompt again and again. */
function menuKeys(
  random: SeededRandom,
  seconds: number,
  way = WAYS[random.between(0, WAYS.length - 1)] ?? '',
): KeyPress[] {
  const keys: KeyPress[] = [...way].map((key, index) => ({ key, afterMs: index === 0 ? FIRST_MS : NEXT_MS }));
  // Without a key in the first seconds, those within the audio would not be heard: see KeyPress.
  const via = way === '' ? 'info' : 'rfc4733';
  const again = Math.floor((seconds - 6) / (AGAIN_MS / 1_000));
  for (let time = 0; time < again; time++) {
    keys.push({ key: '*', via, afterMs: AGAIN_MS + (time === 0 ? random.between(0, 3) * 1_000 : 0) });
  }
  return keys;
}

/** Waits in a menu, keys a query code, and asks for a human when it is told that there is no answer. */
const LOOK_UP: readonly KeyPress[] = [
  { key: '1', afterMs: FIRST_MS },
  ...Array.from({ length: 4 }, () => ({ key: '*', afterMs: AGAIN_MS })),
  { key: '3', afterMs: FIRST_MS },
  ...[...QUERY_CODE].map((key) => ({ key, afterMs: NEXT_MS })),
  { key: '0', afterMs: ASKS_FOR_HUMAN_MS },
];
/** Keys pressed when somebody is in the middle of its query code. */
export const IN_QUERY_CODE = /30{5}/;
