/** What was added up over days, of one person's calls; sums of seconds go with how many calls they are known of. */
export const CALL_COUNTS = [
  'answered',
  'talked',
  'talkSeconds',
  'holdSeconds',
  'wrappedUp',
  'afterCallSeconds',
  'rang',
  'ringSeconds',
  'transferred',
] as const;
export const RATING_COUNTS = ['csatGiven', 'csatSum', 'solvedAsked', 'solved', 'npsAsked', 'npsSum'] as const;
/** Seconds at the desk, by what the telephones say. */
export const PRESENCE_COUNTS = ['waitingSeconds'] as const;
/** Work orders that the person opened, of these by telephone, and complaints about the person that were recorded. */
export const ORDER_COUNTS = [
  'opened',
  'openedByVoice',
  'classified',
  'closed',
  'wasSentBack',
  'wasReopened',
] as const;
export const CORRECTNESS_COUNTS = ['orders', 'ordersRight', 'fields', 'fieldsRight'] as const;

type Counts<Names extends readonly string[]> = Readonly<Record<Names[number], number>>;
export type CallCounts = Counts<typeof CALL_COUNTS>;
export type RatingCountsOfStaff = Counts<typeof RATING_COUNTS>;
export type PresenceCounts = Counts<typeof PRESENCE_COUNTS>;
export type OrderCounts = Counts<typeof ORDER_COUNTS>;
export type CorrectnessCounts = Counts<typeof CORRECTNESS_COUNTS>;

/** Sums by name; what a part does not have counts 0. */
export function addCounts<Name extends string>(
  names: readonly Name[],
  parts: readonly Readonly<Partial<Record<string, number>>>[],
): Readonly<Record<Name, number>> {
  const sum = (name: Name) => parts.reduce((total, part) => total + (part[name] ?? 0), 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as Record<Name, number>;
}
