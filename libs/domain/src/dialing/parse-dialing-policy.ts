import {
  DocumentReader,
  type DocumentProblem,
  type LocalDate,
  MINUTES_PER_DAY,
  ok,
  parseLocalDate,
  parseTimeOfDay,
  rangesOverlap,
  refused,
  type Result,
  type TimeRange,
} from '../shared';
import {
  type AttemptRule,
  type DailyWindows,
  type DialingPolicy,
  SPACED_OUTCOMES,
  type SpacedOutcome,
  type TechnicalRule,
} from './dialing-policy';
import type { DialogueRules } from './notice-dialogue';
import { BATCH_KINDS, type BatchKind, CUSTOMER_KINDS, type CustomerKind } from './vocabulary';

const WEEK_SECONDS = 7 * 86_400;

/** Nobody is called at night, whatever a document says; only a lab's policy may (T2.7). */
const NIGHT: readonly TimeRange[] = [
  { fromMinute: 0, toMinute: 8 * 60 },
  { fromMinute: 21 * 60, toMinute: MINUTES_PER_DAY },
];

/**
 * Reads a policy document (the form that `policyDocument` writes: times as 'HH:MM', '24:00' for midnight at
 * the end of a day). Every problem is told, with the path of its field; unknown fields are refused.
 */
export function parseDialingPolicy(json: unknown): Result<DialingPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(json);
  const labOnly = reader.boolean('labOnly');
  const restTimes = readRestTimes(reader, labOnly);
  const policy: DialingPolicy = {
    id: reader.text(
      'id',
      'a name of 1 to 64 characters',
      (text) => (/^.{1,64}$/.test(text) ? text : undefined),
      '',
    ),
    validFrom: reader.text('validFrom', 'a date YYYY-MM-DD', parseLocalDate, '0001-01-01' as LocalDate),
    labOnly,
    zoneOffsetMinutes: reader.integer('zoneOffsetMinutes', -720, 840),
    windows: readWindows(reader.object('windows'), restTimes),
    restTimes,
    closingMarginSeconds: reader.integer('closingMarginSeconds', 0, 600),
    attempts: readAttempts(reader.object('attempts'), attemptsOf(json)),
    technical: readTechnical(reader.object('technical')),
    ringSeconds: reader.integer('ringSeconds', 5, 120),
    successRule: reader.oneOf('successRule', ['key-or-essential-part', 'key-only']),
    dialogue: readDialogue(reader.object('dialogue')),
    frequencyCaps: reader.objects('frequencyCaps').map((cap) => {
      const read = {
        seconds: cap.integer('seconds', 1, WEEK_SECONDS),
        maxCalls: cap.integer('maxCalls', 1, 1000),
      };
      cap.refuseUnknownFields();
      return read;
    }),
    maxNoticesPerCall: reader.integer('maxNoticesPerCall', 1, 20),
  };
  reader.refuseUnknownFields();
  return reader.problems.length > 0 ? refused(reader.problems) : ok(policy);
}

function readRestTimes(reader: DocumentReader, labOnly: boolean): readonly TimeRange[] {
  const ranges = readRanges(reader, 'restTimes');
  const covers = (night: TimeRange) =>
    ranges.some((range) => range.fromMinute <= night.fromMinute && range.toMinute >= night.toMinute);
  if (!labOnly && !NIGHT.every(covers))
    reader.complain('restTimes', 'must cover 00:00–08:00 and 21:00–24:00');
  return ranges;
}

function readWindows(
  reader: DocumentReader,
  restTimes: readonly TimeRange[],
): Record<CustomerKind, DailyWindows> {
  const windows = fromKeys(CUSTOMER_KINDS, (kind) => {
    const of = reader.object(kind);
    const days = of.oneOf('days', ['every-day', 'working-days']);
    const ranges = readRanges(of, 'ranges');
    if (ranges.length === 0) of.complain('ranges', 'must have at least one range');
    if (ranges.some((range) => restTimes.some((rest) => rangesOverlap(range, rest)))) {
      of.complain('ranges', 'must not touch the rest times');
    }
    of.refuseUnknownFields();
    return { days, ranges };
  });
  reader.refuseUnknownFields();
  return windows;
}

function readRanges(reader: DocumentReader, field: string): readonly TimeRange[] {
  const ranges = reader.objects(field).map((item) => {
    const fromMinute = item.text('from', 'a time HH:MM', parseTimeOfDay, 0);
    const toMinute = item.text('to', 'a time HH:MM', parseTimeOfDay, MINUTES_PER_DAY);
    if (fromMinute >= toMinute) item.complain('to', 'must be later than from');
    item.refuseUnknownFields();
    return { fromMinute, toMinute };
  });
  const touching = ranges.some((range, index) => {
    const before = index > 0 ? ranges[index - 1] : undefined;
    return before !== undefined && before.toMinute > range.fromMinute;
  });
  if (touching) reader.complain(field, 'must be in order and not overlap');
  return ranges;
}

/** Kinds that came later and need not stand in documents that were written before: they follow the one named. */
const FOLLOWS: Readonly<Partial<Record<BatchKind, BatchKind>>> = { 'outage-notice': 'bill-notice' };

function attemptsOf(json: unknown): object {
  const attempts: unknown = typeof json === 'object' && json && 'attempts' in json ? json.attempts : {};
  return typeof attempts === 'object' && attempts ? attempts : {};
}

function readAttempts(reader: DocumentReader, given: object): Record<BatchKind, AttemptRule> {
  const rules = fromKeys(BATCH_KINDS, (kind) => {
    const of = reader.object(kind in given ? kind : (FOLLOWS[kind] ?? kind));
    const spacing = of.object('spacingSeconds');
    const rule = {
      maxCounted: of.integer('maxCounted', 1, 10),
      spacingSeconds: fromKeys(SPACED_OUTCOMES, (outcome: SpacedOutcome) =>
        spacing.integer(outcome, 1, WEEK_SECONDS),
      ),
      lastInAnotherPartOfDay: of.boolean('lastInAnotherPartOfDay'),
    };
    spacing.refuseUnknownFields();
    of.refuseUnknownFields();
    return rule;
  });
  reader.refuseUnknownFields();
  return rules;
}

function readTechnical(reader: DocumentReader): TechnicalRule {
  const rule = {
    maxFailures: reader.integer('maxFailures', 1, 100),
    firstBackOffSeconds: reader.integer('firstBackOffSeconds', 1, 3600),
    factor: reader.number('factor', 1, 10),
    maxBackOffSeconds: reader.integer('maxBackOffSeconds', 1, 86_400),
  };
  reader.refuseUnknownFields();
  return rule;
}

function readDialogue(reader: DocumentReader): DialogueRules {
  const rules = {
    maxRepeats: reader.integer('maxRepeats', 0, 9),
    keyWaitMs: reader.integer('keyWaitMs', 500, 30_000),
    maxPlaybackMs: reader.integer('maxPlaybackMs', 10_000, 600_000),
    hangUpWaitMs: reader.integer('hangUpWaitMs', 500, 60_000),
  };
  reader.refuseUnknownFields();
  return rules;
}

function fromKeys<K extends string, V>(keys: readonly K[], read: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<K, V>;
}
