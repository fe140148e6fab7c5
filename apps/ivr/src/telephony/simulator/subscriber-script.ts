/** What a simulated subscriber does. Times are milliseconds; keys and the hang-up count from the answer. */
export type SubscriberScript =
  | {
      readonly fate: 'answers';
      readonly ringMs: number;
      readonly keys: readonly { readonly atMs: number; readonly key: string }[];
      /** Absent: listens until we hang up. */
      readonly hangUpMs?: number;
      /** How long a caller speaks when recorded. Default 3,000. */
      readonly speaksMs?: number;
    }
  | {
      readonly fate: 'fails';
      readonly afterMs: number;
      /** Q.850 cause as Asterisk reports it for the SIP answer of the lab's table. */
      readonly cause: number;
      readonly rings: boolean;
    }
  | { readonly fate: 'rings-for-ever' };

const RING_MS = 200;
const KEY_MS = 2_000;

const listens = (over: Partial<Extract<SubscriberScript, { fate: 'answers' }>> = {}): SubscriberScript => ({
  fate: 'answers',
  ringMs: RING_MS,
  keys: [],
  ...over,
});
const presses = (...keys: readonly string[]): SubscriberScript =>
  listens({ keys: keys.map((key, index) => ({ atMs: KEY_MS * (index + 1), key })) });
const fails = (cause: number, over: { rings?: boolean; afterMs?: number } = {}): SubscriberScript => ({
  fate: 'fails',
  afterMs: over.afterMs ?? 50,
  cause,
  rings: over.rings ?? false,
});

/** The lab's number table: `+86 139 00FF SSSS`, FF the fate; real Asterisk's causes for the same answers. */
const FATES: Readonly<Record<string, SubscriberScript>> = {
  '01': listens(),
  '02': presses('1'),
  '03': presses('2', '1'),
  '04': presses('3'),
  '05': presses('0'),
  '06': presses('9'),
  '11': fails(17),
  '12': { fate: 'rings-for-ever' },
  '13': fails(19),
  '14': fails(21, { rings: true, afterMs: 500 }),
  '15': fails(1),
  '16': fails(34),
  '17': fails(19, { afterMs: 2_000 }),
  '18': fails(22),
  '19': fails(18),
  '21': listens({ hangUpMs: 1_000 }),
  '22': listens({ hangUpMs: 3_000 }),
  '23': listens({ hangUpMs: 8_000 }),
  '31': listens({ ringMs: 0 }),
  '32': listens({ ringMs: 3_000 }),
};

/** The script of a lab number; any other number answers and listens. */
export function scriptOfNumber(number: string): SubscriberScript {
  const fate = /^\+8613900(\d\d)\d{4}$/.exec(number)?.[1];
  return (fate === undefined ? undefined : FATES[fate]) ?? listens();
}
