import { Inject, Injectable } from '@nestjs/common';
import {
  CALENDAR_ERRORS,
  CalendarChanged,
  COMMON_ERRORS,
  type ImportCalendarYearRequest,
  type RequestContext,
} from '@switchyard/contracts';
import {
  buildCalendar,
  type CalendarChange,
  type CalendarOverride,
  type DocumentProblem,
  ok,
  parseChineseDays,
  type Result,
  withYear,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Outbox, UnitOfWork } from '@switchyard/platform';
import { calendarNotFound, toCalendarDocument } from '../calendar-view';
import { Calendars, type VersionedCalendar } from '../calendars.port';
import { readCsvDays } from './read-csv-days';

export interface ImportedYear extends Omit<CalendarChange, 'document'>, VersionedCalendar {}

type Days = Result<readonly CalendarOverride[], readonly DocumentProblem[]>;

/**
 * Imports a year's holidays and make-up days, and tells every service. What changes nothing makes no version.
 * @throws DomainError `calendar.not-found`, `calendar.invalid`, `request.invalid`
 */
@Injectable()
export class ImportCalendarYearUseCase {
  constructor(
    private readonly calendars: Calendars,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(request: ImportCalendarYearRequest, context: RequestContext): Promise<ImportedYear> {
    const overrides = valid(daysOf(request));
    const { calendarId, year, source, sourceVersion } = request;
    return this.work.inTransaction(async () => {
      const calendar = await this.calendars.lock(calendarId);
      if (!calendar) throw calendarNotFound(calendarId);
      const change = valid(withYear(calendar.document, { year, source, sourceVersion, overrides }));
      const { document, ...days } = change;
      if (changesNothing(calendar, change)) return { ...calendar, ...days };
      buildCalendar(document);
      const version = {
        document,
        version: calendar.version + 1,
        madeAt: this.clock.now(),
        madeBy: context.actor.id,
      };
      await this.calendars.save(version);
      await this.outbox.append(CalendarChanged, toCalendarDocument(version), context);
      return { document, version: version.version, ...days };
    });
  }
}

function daysOf({ rows, csv, chineseDays, year }: ImportCalendarYearRequest): Days {
  if ([rows, csv, chineseDays].filter((given) => given !== undefined).length !== 1) {
    throw new DomainError(COMMON_ERRORS.invalid, 'Give the days in one way: rows, csv or chineseDays.', {
      fields: [{ field: 'rows', problems: ['must be given, or csv, or chineseDays, and only one of them'] }],
    });
  }
  if (chineseDays !== undefined) return parseChineseDays(chineseDays, year);
  return csv === undefined ? ok((rows ?? []) as unknown as CalendarOverride[]) : readCsvDays(csv);
}

function changesNothing({ document }: VersionedCalendar, change: CalendarChange): boolean {
  const { added, changed, removed } = change;
  const sameCoverage =
    document.coverage.from === change.document.coverage.from &&
    document.coverage.to === change.document.coverage.to;
  return added.length + changed.length + removed.length === 0 && sameCoverage;
}

function valid<T>(result: Result<T, readonly DocumentProblem[]>): T {
  if (result.ok) return result.value;
  const summary = result.error.map(({ path, problem }) => `${path}: ${problem}`).join('; ');
  throw new DomainError(CALENDAR_ERRORS.invalid, `These days make no calendar: ${summary}.`, {
    fields: result.error.map(({ path, problem }) => ({ field: path, problems: [problem] })),
  });
}
