import { CHINESE_CALENDAR_DOCUMENT } from '@switchyard/domain';
import { FixedClock, HealthRegistry, Logger, MetricsRegistry, type UnitOfWork } from '@switchyard/platform';
import { WarnOfCalendarEnd } from './warn-of-calendar-end';

const { id, source, sourceVersion, coverage, workingWeekdays, overrides } = CHINESE_CALENDAR_DOCUMENT;

it.each([
  ['2026-10-31T04:00:00Z', undefined],
  ['2026-11-01T04:00:00Z', expect.stringContaining('ends on 2026-12-31') as string],
])('on %s the service’s health says %s', async (now, note) => {
  const head = { id, source, sourceVersion, ...coverage, workingWeekdays };
  const query = async (sql: string) => (sql.includes('FROM calendar WHERE') ? [head] : overrides);
  const health = new HealthRegistry();
  const [clock, metrics] = [new FixedClock(new Date(now)), new MetricsRegistry('ivr')];
  const work = { query } as unknown as UnitOfWork;
  const warn = new WarnOfCalendarEnd(work, clock, metrics, health, Logger.silent());
  warn.onApplicationBootstrap();
  await warn.onApplicationShutdown();
  expect((await health.readiness()).notes?.['working-calendar']).toEqual(note);
  expect(await metrics.render()).toMatch(/working_calendar_days_left\S* 6[01]/);
});
