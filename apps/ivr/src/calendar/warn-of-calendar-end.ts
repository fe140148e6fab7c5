import { Inject, Injectable } from '@nestjs/common';
import {
  buildCalendar,
  type CalendarDocument,
  CHINESE_CALENDAR_DOCUMENT,
  daysCovered,
  localDateAt,
  STANDARD_CALENDAR_WARNING_POLICY,
} from '@switchyard/domain';
import {
  CLOCK,
  type Clock,
  HealthRegistry,
  Logger,
  MetricsRegistry,
  readCalendar,
  RegularWork,
  UnitOfWork,
} from '@switchyard/platform';

const EVERY_MS = 3_600_000;
const { days: WARNED_DAYS } = STANDARD_CALENDAR_WARNING_POLICY;

/**
 * Calling windows of organisations and deadlines of batches rest on this service's own copy of the calendar: that it
 * ends is told by a metric, a word in the service's health, and a log line a day. ticket notifies the operator.
 */
@Injectable()
export class WarnOfCalendarEnd extends RegularWork {
  private detail: string | undefined;
  private warned: string | undefined;

  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly metrics: MetricsRegistry,
    private readonly health: HealthRegistry,
    logger: Logger,
  ) {
    super('watching the calendar’s end', EVERY_MS, logger);
  }

  override onApplicationBootstrap(): void {
    this.health.note('working-calendar', () => this.detail);
    super.onApplicationBootstrap();
  }

  async round(): Promise<void> {
    const stored = await readCalendar(this.work, CHINESE_CALENDAR_DOCUMENT.id);
    if (!stored) return;
    const today = localDateAt(this.clock.now());
    const left = daysCovered(buildCalendar(stored as CalendarDocument), today);
    this.daysLeft.set(left);
    this.detail =
      left > WARNED_DAYS
        ? undefined
        : `The working calendar ends on ${stored.coverage.to}; import the next year, or calling windows follow the weekly pattern.`;
    if (this.detail === undefined || this.warned === today) return;
    this.warned = today;
    this.log.warn(this.detail, { daysLeft: left });
  }

  private get daysLeft() {
    const help = 'Days until the last day whose holidays are known; below 0 once it has passed';
    return this.metrics.gauge({ name: 'working_calendar_days_left', help });
  }
}
