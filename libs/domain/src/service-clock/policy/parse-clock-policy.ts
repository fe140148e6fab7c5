import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../../shared';
import {
  CLOCK_UNITS,
  type ClockPolicy,
  type ClockSpan,
  type ClockTarget,
  type ClockUnit,
  type Conditions,
  type EscalationLevel,
  type EventPattern,
  RECIPIENTS,
  type Recipient,
  SUBJECTS,
  type Threshold,
} from './clock-policy';

const WORD = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const ID = /^L\d\d(-[a-z0-9]+)*$/;
const MOST_YEARS = 10;
/** Longest length of each unit: ten years, in which a clock has surely been forgotten. */
const LONGEST: Readonly<Record<ClockUnit, number>> = {
  'elapsed-minutes': MOST_YEARS * 366 * 1440,
  'business-minutes': MOST_YEARS * 100_000,
  'working-days': MOST_YEARS * 200,
  'calendar-days': MOST_YEARS * 300,
  months: MOST_YEARS * 10,
};

/** A policy out of JSON, with every problem named by its path. */
export function parseClockPolicy(document: unknown): Result<ClockPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const id = reader.text(
    'id',
    'a limit L01–L99, with a suffix if need be (L21-low-voltage)',
    matching(ID),
    '',
  );
  const policy: ClockPolicy = {
    id,
    limit: reader.text('limit', 'the number that id begins with', (text) => startOf(id, text), ''),
    nameZh: reader.text('nameZh', 'a name of 1 to 100 characters', name, ''),
    nameEn: reader.text('nameEn', 'a name of 1 to 100 characters', name, ''),
    subject: reader.oneOf('subject', SUBJECTS),
    stage: word(reader, 'stage'),
    where: readConditions(reader, 'where'),
    owner: reader.text('owner', "'centre', 'department' or a department's code", matching(WORD), ''),
    start: readPatterns(reader, 'start', 1),
    met: readPatterns(reader, 'met', 1),
    ended: readPatterns(reader, 'ended', 0),
    restart: reader.oneOf('restart', ['goes-on', 'replaces']),
    target: readTarget(reader.object('target')),
    pause: reader.oneOf('pause', ['stops', 'ignored']),
    levels: readLevels(reader),
    active: reader.boolean('active'),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readTarget(reader: DocumentReader): ClockTarget {
  const unit = reader.oneOf('unit', [...CLOCK_UNITS, 'given']);
  if (unit === 'given') {
    const field = reader.text('field', "the name of a field of the start event's data", matching(NAME), '');
    const target: ClockTarget = { unit, field, daysBefore: reader.integer('daysBefore', 0, 366) };
    reader.refuseUnknownFields();
    return target;
  }
  const target: ClockTarget = {
    unit,
    value: reader.integer('value', 1, LONGEST[unit]),
    restDays: reader.oneOf('restDays', ['move-on', 'stay']),
  };
  reader.refuseUnknownFields();
  return target;
}

function readLevels(reader: DocumentReader): EscalationLevel[] {
  const levels = reader.objects('levels').map((item) => {
    const level = item.integer('level', 0, 9);
    const threshold = readThreshold(item.object('threshold'));
    const recipients = readRecipients(item);
    const where = readConditions(item, 'where');
    item.refuseUnknownFields();
    return { level, threshold, recipients, where };
  });
  const ascending = levels.every(({ level }, at) => at === 0 || levels[at - 1]!.level < level);
  if (!ascending) reader.complain('levels', 'must have ascending numbers, each given once');
  return levels;
}

function readThreshold(reader: DocumentReader): Threshold {
  const kind = reader.oneOf('kind', ['percent', 'before', 'after', 'after-start']);
  if (kind === 'percent') {
    const threshold: Threshold = { kind, value: reader.integer('value', 1, 100) };
    reader.refuseUnknownFields();
    return threshold;
  }
  const span = readSpan(reader);
  if (kind === 'before' && span.unit === 'months')
    reader.complain('unit', 'must not be months before the due date');
  reader.refuseUnknownFields();
  return { kind, ...span };
}

function readSpan(reader: DocumentReader): ClockSpan {
  const unit = reader.oneOf('unit', CLOCK_UNITS);
  return { unit, value: reader.integer('value', 1, LONGEST[unit]) };
}

function readRecipients(reader: DocumentReader): Recipient[] {
  const recipients = reader.list('recipients').map((value) => RECIPIENTS.find((known) => known === value));
  const known = recipients.filter((recipient) => recipient !== undefined);
  if (known.length === 0 || known.length < recipients.length || new Set(known).size < known.length) {
    reader.complain('recipients', `must list, each once, some of ${RECIPIENTS.join(', ')}`);
  }
  return known;
}

function readPatterns(reader: DocumentReader, field: string, atLeast: number): EventPattern[] {
  const patterns = reader.objects(field).map((item) => {
    const pattern = { type: word(item, 'type'), where: readConditions(item, 'where') };
    item.refuseUnknownFields();
    return pattern;
  });
  if (patterns.length < atLeast) reader.complain(field, 'must name at least one event');
  return patterns;
}

/** Each field with a list of values, e.g. `{ kind: ['complaint'], major: [true] }`. */
function readConditions(reader: DocumentReader, field: string): Conditions {
  const item = reader.object(field);
  const conditions: Record<string, (string | boolean)[]> = {};
  for (const fact of item.fields()) {
    const values = item.list(fact);
    const known = values.filter((value) => typeof value === 'string' || typeof value === 'boolean');
    if (values.length === 0 || known.length < values.length)
      item.complain(fact, 'must list at least one text or true or false');
    conditions[fact] = known;
  }
  return conditions;
}

function word(reader: DocumentReader, field: string): string {
  return reader.text(field, 'a word in small letters with hyphens', matching(WORD), '');
}

function matching(shape: RegExp): (text: string) => string | undefined {
  return (text) => (text.length <= 60 && shape.test(text) ? text : undefined);
}

function name(text: string): string | undefined {
  return text.trim().length > 0 && text.length <= 100 ? text : undefined;
}

function startOf(id: string, limit: string): string | undefined {
  return limit === id.slice(0, 3) ? limit : undefined;
}
