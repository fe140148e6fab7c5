import type { KeyPress } from '@switchyard/testing';

/** One caller: who it is, what it keys, and where in the default flow it is when it hangs up. */
export interface Walk {
  readonly name: string;
  /** Default: a number that no account is bound to; empty withholds it. */
  readonly from?: string;
  /** The number dialled; default 95598. */
  readonly to?: string;
  /** Keys in order; `~` waits two seconds, `…` six, e.g. while something is said that cannot be interrupted. */
  readonly keys: string;
  /** How the keys go over the wire. Default `rfc4733`; `info` for who speaks, since sipp speaks on while it keys. */
  readonly via?: KeyPress['via'];
  /** Seconds that the caller stays on after the last key. Default 4. */
  readonly seconds?: number;
  /** Seconds for which the caller speaks, from the answer on. */
  readonly speaks?: number;
  /** Node of the flow at which the caller is in the end. */
  readonly endsAt: string;
}

/** Milliseconds from the answer to the first key, and from key to key. */
const FIRST = 1_500;
const NEXT = { rfc4733: 800, info: 300 } as const;
const HELLO_SECONDS = 0.8;
const PAUSES: Readonly<Record<string, number>> = { '~': 2_000, '…': 6_000 };

export function keyPresses({
  keys,
  speaks,
  via = speaks === undefined ? 'rfc4733' : 'info',
}: Walk): KeyPress[] {
  const presses: KeyPress[] = [];
  let afterMs = FIRST;
  for (const key of keys) {
    const pause = PAUSES[key];
    if (pause === undefined) {
      presses.push({ afterMs, key, via });
      afterMs = NEXT[via];
    } else afterMs += pause;
  }
  return presses;
}

export function hellosOf({ speaks = 0 }: Pick<Walk, 'speaks'>): number {
  return Math.max(1, Math.ceil(speaks / HELLO_SECONDS));
}
