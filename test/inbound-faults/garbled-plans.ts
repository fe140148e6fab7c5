import type { IncomingCall, KeyPress } from '@switchyard/testing';
import type { SeededRandom } from '../faults/seeded-random';

const KEYS = '0123456789*#';
const LEAST_PAUSE_MS = 750;

/** Callers who do as they please: keys, silence, hanging up at any moment. */
export function garbledCallers(count: number, random: SeededRandom): IncomingCall[] {
  return Array.from({ length: count }, (_, index) => {
    const from = `+86136${String(random.between(0, 99_999)).padStart(5, '0')}${String(index).padStart(3, '0')}`;
    return { to: '95598', ...caller(random), from };
  });
}

function caller(random: SeededRandom): Omit<IncomingCall, 'from' | 'to'> {
  const kind = random.next();
  if (kind < 0.15) return { ringSeconds: random.between(5, 300) / 1_000, seconds: 3 };
  if (kind < 0.25) return { seconds: hangUp(random, 25), hellos: random.between(0, 5) };
  if (kind < 0.5) return inTheQueue(random);
  if (kind < 0.65) return keyingSecrets(random);
  return { keys: keys(random, random.between(1, 12), 3_000), seconds: hangUp(random, 8) };
}

/** Asks for a human, and hangs up while waiting, talking, or in whatever follows; some ask to be called back. */
function inTheQueue(random: SeededRandom): Pick<IncomingCall, 'keys' | 'seconds'> {
  const before = keys(random, random.between(0, 2), 1_500).filter(({ key }) => '13'.includes(key));
  return {
    keys: [
      ...before,
      press(random, '0', random.between(800, 3_000)),
      ...keys(random, random.between(0, 3), 4_000),
    ],
    seconds: hangUp(random, 20),
  };
}

/** Keys what may be an account and its password, and hangs up somewhere there. */
function keyingSecrets(random: SeededRandom): Pick<IncomingCall, 'keys' | 'seconds'> {
  const digits = (count: number) =>
    Array.from({ length: count }, () => String(random.between(0, 9))).join('');
  const all = `11${digits(10)}#${digits(8)}#`;
  const presses = [...all].map((key, index) =>
    press(random, key, index === 0 ? random.between(800, 2_500) : random.between(LEAST_PAUSE_MS, 850)),
  );
  return { keys: presses.slice(0, random.between(10, presses.length)), seconds: hangUp(random, 5) };
}

function keys(random: SeededRandom, count: number, longestMs: number): KeyPress[] {
  return Array.from({ length: count }, () =>
    press(random, KEYS[random.between(0, KEYS.length - 1)] ?? '1', random.between(LEAST_PAUSE_MS, longestMs)),
  );
}

function press(random: SeededRandom, key: string, afterMs: number): KeyPress {
  return { key, afterMs, via: random.next() < 0.25 ? 'info' : 'rfc4733' };
}

/** Seconds, in hundredths. */
function hangUp(random: SeededRandom, most: number): number {
  return random.between(1, most * 100) / 100;
}
