import { CHINESE_CALENDAR, STANDARD_FOLLOW_UP_POLICY } from '@switchyard/domain';
import { FixedClock, Logger, type UnitOfWork } from '@switchyard/platform';
import type { FollowUp } from './follow-up';
import type { FollowUpRules } from './follow-up-rules';
import type { FollowUps } from './follow-ups.port';
import { RenewDueDates } from './renew-due-dates';

const cn = (local: string): Date => new Date(`${local}:00+08:00`);

it('due dates beyond the calendar are firm once it knows their days; one that fails holds up no other', async () => {
  const item = (id: string, arisesAt: string): FollowUp =>
    ({
      id,
      arisesAt: cn(arisesAt),
      customerKind: 'resident',
      status: 'open',
      provisional: true,
      dueAt: cn('2026-03-20T17:30'),
    }) as FollowUp;
  const rows = [
    item('broken', '2026-03-02T09:00'),
    item('known', '2026-03-06T23:00'),
    item('beyond', '2026-12-31T09:00'),
  ];
  const saved: FollowUp[] = [];
  const followUps = {
    provisional: async (after?: string) => (after === undefined ? rows : []),
    lock: async ([id]: readonly string[]) => {
      if (id === 'broken') throw new Error('the row cannot be read');
      return rows.filter((row) => row.id === id);
    },
    save: async (row: FollowUp) => void saved.push(row),
  } as unknown as FollowUps;
  const rules = {
    at: async () => ({
      policy: STANDARD_FOLLOW_UP_POLICY,
      calendar: CHINESE_CALENDAR,
      closes: (date: string) => cn(`${date}T17:30`),
    }),
  } as unknown as FollowUpRules;
  const work = { inTransaction: (act: () => Promise<void>) => act() } as UnitOfWork;
  const clock = new FixedClock(cn('2026-03-07T09:00'));
  await new RenewDueDates(followUps, rules, work, clock, Logger.silent()).round();
  expect(saved).toMatchObject([{ id: 'known', dueAt: cn('2026-03-09T17:30'), provisional: false }]);
});
