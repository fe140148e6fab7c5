import { type FateName, labNumber } from '@switchyard/testing';
import type { SeededRandom } from './seeded-random';

export interface FaultsContact {
  readonly fate: FateName;
  readonly accountNo: string;
  readonly number: string;
  readonly owedFen: number;
}

/** Parts of a hundred; every kind of fate, most of them with another attempt to come. */
const CAST: Readonly<Record<FateName, number>> = {
  listens: 12,
  confirms: 12,
  'hears-again-then-confirms': 3,
  'asks-for-later': 4,
  'asks-for-human': 6,
  'opts-out': 3,
  busy: 10,
  'rings-for-ever': 8,
  unavailable: 5,
  declines: 5,
  'no-such-number': 3,
  congestion: 3,
  'switched-off': 5,
  gone: 2,
  'no-response': 3,
  'hangs-up-after-1s': 4,
  'hangs-up-after-3s': 5,
  'hangs-up-after-8s': 3,
  silent: 2,
  'answers-slowly': 2,
};

/** One contact in so many is a second meter of the contact before it: both notices go into one call. */
const SECOND_METER_EVERY = 20;

/** Each fate at least once but those of `without`, in an order that the random numbers decide. */
export function contactsFor(
  count: number,
  random: SeededRandom,
  without: readonly FateName[] = [],
): readonly FaultsContact[] {
  const fates = random.shuffled(fatesFor(count, without));
  const contacts: FaultsContact[] = [];
  for (const [index, fate] of fates.entries()) {
    const before = contacts[index - 1];
    const same = index % SECOND_METER_EVERY === SECOND_METER_EVERY - 1 ? before : undefined;
    contacts.push({
      fate: same?.fate ?? fate,
      accountNo: `5300${String(index).padStart(6, '0')}`,
      number: same?.number ?? labNumber(fate, index),
      owedFen: 4_250 + index * 731,
    });
  }
  return contacts;
}

function fatesFor(count: number, without: readonly FateName[]): readonly FateName[] {
  const shares = (Object.entries(CAST) as [FateName, number][]).filter(([fate]) => !without.includes(fate));
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  const fates = shares.flatMap(([fate, share]) =>
    Array.from({ length: Math.max(1, Math.floor((share * count) / whole)) }, () => fate),
  );
  while (fates.length < count) fates.push('busy');
  return fates.slice(0, count);
}
