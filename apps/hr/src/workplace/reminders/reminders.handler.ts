import { Controller, Inject } from '@nestjs/common';
import {
  ListOwnReminders,
  OwnRemindersRequest,
  ReadReminder,
  REMINDER_ERRORS,
  type ReminderPage,
  ReminderReference,
  type ReminderView,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { type Reminder, Reminders } from '../reminders.port';

@Controller()
export class RemindersHandler {
  constructor(
    private readonly reminders: Reminders,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListOwnReminders)
  async own(
    { limit, cursor, order, ...filter }: OwnRemindersRequest,
    context: RequestContext,
  ): Promise<ReminderPage> {
    const { staffNumber } = await this.members.acting(context);
    const page = await this.reminders.list(staffNumber, filter, { limit, cursor, order });
    return { ...page, items: page.items.map(toView) };
  }

  @Handles(ReadReminder)
  async read({ reminderId }: ReminderReference, context: RequestContext): Promise<ReminderView> {
    const { staffNumber } = await this.members.acting(context);
    const reminder = await this.reminders.read(reminderId, staffNumber, this.clock.now());
    if (reminder) return toView(reminder);
    throw new DomainError(REMINDER_ERRORS.notFound, `You have no reminder ${reminderId}.`, { reminderId });
  }
}

function toView({ id, staffNumber: _staffNumber, at, readAt, ...facts }: Reminder): ReminderView {
  return {
    ...facts,
    reminderId: id,
    at: at.toISOString(),
    ...(readAt && { readAt: readAt.toISOString() }),
  };
}
