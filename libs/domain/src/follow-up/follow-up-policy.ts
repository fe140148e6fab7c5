import {
  DocumentReader,
  type DocumentProblem,
  formatTimeOfDay,
  MINUTES_PER_DAY,
  ok,
  parseTimeOfDay,
  refused,
  type Result,
  type TimeRange,
} from '../shared';

/** Work orders whose customers are called after the work is done (§4). */
export const FOLLOWED_KINDS = [
  'fault',
  'complaint',
  'misconduct-report',
  'query',
  'consultation',
  'application',
] as const;
export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

/** Customers who may be called at the same hours. */
export const FOLLOWED_CUSTOMERS = ['resident', 'organisation', 'sole-trader'] as const;
export type FollowedCustomer = (typeof FOLLOWED_CUSTOMERS)[number];

/** Ranges of a day, in minutes since midnight, in order and apart; none: no calls on such days. */
export interface CallHours {
  readonly workingDays: readonly TimeRange[];
  readonly restDays: readonly TimeRange[];
}

export interface FollowUpPolicy {
  /** Per cent of the work orders of a kind; of a fault: of that fault's calls, rounded up. */
  readonly sharePercent: Readonly<Record<FollowedKind, number>>;
  /** Calls of a fault that are followed up however few there were. */
  readonly faultAtLeast: number;
  /** Working days within which the customer is called. */
  readonly dueWorkingDays: number;
  readonly hours: Readonly<Record<FollowedCustomer, CallHours>>;
  /** Nobody is called from this minute of the day on. */
  readonly latestMinute: number;
  /** Tries without an answer after which a customer counts as not reached. */
  readonly maxTries: number;
  /** Of the scale from 1 to 5: from this on a customer counts as satisfied. */
  readonly satisfiedFrom: number;
  /** Up to this, as dissatisfied: the case goes on. */
  readonly dissatisfiedAtMost: number;
}

const range = (fromMinute: number, toMinute: number): TimeRange => ({ fromMinute, toMinute });
const MORNING = range(510, 720);
const HOME = [range(540, 720), range(840, 1260)];

/**
 * Shares, the working day and 22:00 as §4 says. The hours of the day, the tries and the scale are [ours]: offices from
 * half past eight, homes after work until nine, nobody at noon (rest time).
 */
export const STANDARD_FOLLOW_UP_POLICY: FollowUpPolicy = {
  sharePercent: {
    fault: 5,
    complaint: 100,
    'misconduct-report': 100,
    query: 100,
    consultation: 100,
    application: 100,
  },
  faultAtLeast: 1,
  dueWorkingDays: 1,
  hours: {
    resident: { workingDays: HOME, restDays: HOME },
    organisation: { workingDays: [MORNING, range(840, 1050)], restDays: [] },
    'sole-trader': { workingDays: [MORNING, range(840, 1080)], restDays: [MORNING, range(840, 1080)] },
  },
  latestMinute: 1320,
  maxTries: 3,
  satisfiedFrom: 4,
  dissatisfiedAtMost: 2,
};

/** A policy as it is written, with its times as HH:MM. */
export function followUpPolicyDocument(policy: FollowUpPolicy): Record<string, unknown> {
  const ranges = (all: readonly TimeRange[]) =>
    all.map(({ fromMinute, toMinute }) => ({
      from: formatTimeOfDay(fromMinute),
      to: formatTimeOfDay(toMinute),
    }));
  const { hours, latestMinute, ...rest } = policy;
  return {
    ...rest,
    hours: Object.fromEntries(
      FOLLOWED_CUSTOMERS.map((customer) => [
        customer,
        { workingDays: ranges(hours[customer].workingDays), restDays: ranges(hours[customer].restDays) },
      ]),
    ),
    latest: formatTimeOfDay(latestMinute),
  };
}

/** A policy out of JSON, with every problem named by its path. */
export function parseFollowUpPolicy(document: unknown): Result<FollowUpPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const shares = reader.object('sharePercent');
  const hours = reader.object('hours');
  const latestMinute = readTime(reader, 'latest');
  const policy: FollowUpPolicy = {
    sharePercent: recordOf(FOLLOWED_KINDS, (kind) => readShare(shares, kind)),
    faultAtLeast: reader.integer('faultAtLeast', 0, 100),
    dueWorkingDays: reader.integer('dueWorkingDays', 1, 30),
    hours: recordOf(FOLLOWED_CUSTOMERS, (customer) => readHours(hours.object(customer), latestMinute)),
    latestMinute,
    maxTries: reader.integer('maxTries', 1, 20),
    satisfiedFrom: reader.integer('satisfiedFrom', 2, 5),
    dissatisfiedAtMost: reader.integer('dissatisfiedAtMost', 1, 4),
  };
  if (policy.dissatisfiedAtMost >= policy.satisfiedFrom)
    reader.complain('dissatisfiedAtMost', 'must be less than satisfiedFrom');
  for (const part of [reader, shares, hours]) part.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

/** Hundredths of a per cent, so that a share of a count is rounded up exactly. */
function readShare(reader: DocumentReader, kind: FollowedKind): number {
  const share = reader.number(kind, 0, 100);
  if (Math.abs(share * 100 - Math.round(share * 100)) > 1e-6)
    reader.complain(kind, 'must have at most two decimals');
  return share;
}

function readHours(reader: DocumentReader, latest: number): CallHours {
  const hours = {
    workingDays: readRanges(reader, 'workingDays', latest),
    restDays: readRanges(reader, 'restDays', latest),
  };
  if (hours.workingDays.length === 0) reader.complain('workingDays', 'must have at least one range');
  reader.refuseUnknownFields();
  return hours;
}

function readRanges(reader: DocumentReader, field: string, latest: number): TimeRange[] {
  let before = 0;
  return reader.objects(field).map((item) => {
    const read = range(readTime(item, 'from'), readTime(item, 'to'));
    if (read.fromMinute >= read.toMinute) item.complain('to', 'must be later than from');
    if (read.fromMinute < before)
      item.complain('from', 'must not be earlier than the end of the range before');
    if (read.toMinute > latest) item.complain('to', 'must not be later than latest');
    before = read.toMinute;
    item.refuseUnknownFields();
    return read;
  });
}

const readTime = (reader: DocumentReader, field: string): number =>
  reader.text(field, 'a time HH:MM from 00:00 to 24:00', parseTimeOfDay, MINUTES_PER_DAY);

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
