import {
  type DocumentProblem,
  DocumentReader,
  type LocalDate,
  ok,
  parseTimeOfDay,
  refused,
  type Result,
  type TimeRange,
  type Weekday,
} from '../../shared';
import type { ServiceHours } from './service-hours';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Hours out of JSON: `{ days, segments: [{ from: '08:30', to: '12:00' }, …], weekdays: [{ weekday: 6, segments }] }`,
 * with every problem named by its path. Hours that never open are refused (no clock would end).
 */
export function parseServiceHours(
  document: unknown,
  from: LocalDate,
): Result<ServiceHours, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const days = reader.oneOf('days', ['working-days', 'every-day']);
  const segments = readSegments(reader);
  const weekdays: Partial<Record<Weekday, readonly TimeRange[]>> = {};
  for (const item of reader.objects('weekdays')) {
    const weekday = WEEKDAYS[item.integer('weekday', 1, 7) - 1];
    const own = readSegments(item);
    item.refuseUnknownFields();
    if (weekday === undefined) continue;
    if (weekdays[weekday]) item.complain('weekday', 'is given twice');
    weekdays[weekday] = own;
  }
  reader.refuseUnknownFields();
  const hours: ServiceHours = { from, days, segments, weekdays };
  return reader.problems.length === 0 ? ok(hours) : refused(reader.problems);
}

function readSegments(reader: DocumentReader): TimeRange[] {
  const time = (item: DocumentReader, field: string) =>
    item.text(field, 'a time HH:MM from 00:00 to 24:00', parseTimeOfDay, 0);
  const segments = reader.objects('segments').map((item) => {
    const segment = { fromMinute: time(item, 'from'), toMinute: time(item, 'to') };
    item.refuseUnknownFields();
    if (segment.fromMinute >= segment.toMinute) item.complain('to', 'must be later than from');
    return segment;
  });
  if (segments.length === 0) reader.complain('segments', 'must have at least one segment');
  const inOrder = segments.every(
    (segment, at) => at === 0 || segments[at - 1]!.toMinute <= segment.fromMinute,
  );
  if (!inOrder) reader.complain('segments', 'must be in order and apart');
  return segments;
}

/** The standard's hours as a document; `STANDARD_SERVICE_HOURS` are the same. */
export const STANDARD_SERVICE_HOURS_DOCUMENT = {
  days: 'working-days',
  segments: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
  weekdays: [],
} as const;
