import { Inject, Injectable } from '@nestjs/common';
import { daysCovered, localDateAt, type WorkingCalendar } from '@switchyard/domain';
import {
  CLOCK,
  type Clock,
  HealthRegistry,
  Logger,
  MetricsRegistry,
  RegularWork,
} from '@switchyard/platform';
import { Notifications } from '../notification/notifications.port';
import { calendarEndNotice } from './calendar-end-notice';
import { Policies } from '../policy/policies';
import { WorkingCalendars } from './working-calendars.port';

/** Often enough that a day is never left out, also when the service was away at its beginning. */
const EVERY_MS = 3_600_000;

/**
 * Tells the operator in good time that next year's holidays are missing: a log line and a notification once a day, a
 * metric, and a word in the service's health. Nothing is refused meanwhile; due dates are marked provisional.
 */
@Injectable()
export class WarnOfCalendarEnd extends RegularWork {
  private warned: string | undefined;
  private detail: string | undefined;

  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly policies: Policies,
    private readonly notifications: Notifications,
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

  protected round(): Promise<void> {
    return this.check();
  }

  async check(): Promise<void> {
    const now = this.clock.now();
    const calendar = await this.calendars.current();
    const left = daysCovered(calendar, localDateAt(now));
    this.daysLeft.set(left);
    const { days } = await this.policies.calendarWarning(now);
    this.detail = left > days ? undefined : calendarEndNotice(left, calendar.document.coverage.to).text.en;
    if (this.detail !== undefined) await this.warn(calendar, left, now);
  }

  private async warn(calendar: WorkingCalendar, left: number, now: Date): Promise<void> {
    const today = localDateAt(now);
    const notice = calendarEndNotice(left, calendar.document.coverage.to);
    await this.notifications.add([
      { ...notice, kind: 'calendar-ends', role: 'operator', at: now, onceKey: `calendar-ends:${today}` },
    ]);
    if (this.warned === today) return;
    this.warned = today;
    this.log.warn(notice.text.en, { daysLeft: left });
  }

  private get daysLeft() {
    const help = 'Days until the last day whose holidays are known; below 0 once it has passed';
    return this.metrics.gauge({ name: 'working_calendar_days_left', help });
  }
}
