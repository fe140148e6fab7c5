import { operation } from '../../kernel/contract';
import { Id, Instant, OptionalFlag, OptionalInstant, OptionalText, RequiredText } from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { WORKPLACE_ERRORS } from './members';

export const REMINDER_ERRORS = { notFound: 'reminder.not-found' } as const;

export class ReminderView {
  @Id('Id of the reminder')
  reminderId: string;

  @RequiredText('What it is about, e.g. duty-missed', 60)
  kind: string;

  @RequiredText('What it says, in Chinese', 500)
  titleZh: string;

  @RequiredText('The same in English', 500)
  titleEn: string;

  @OptionalText('Path below /api/v1 of what it is about', 200)
  link?: string;

  @Instant('When it was told')
  at: string;

  @OptionalInstant('When it was read')
  readAt?: string;
}

export class OwnRemindersRequest extends OrderedPageRequest {
  @OptionalFlag('Only those that are not read, or are')
  unread?: boolean;

  @OptionalText('Only about this', 60)
  kind?: string;
}

export class ReminderPage extends PageOf(ReminderView) {}

export const ListOwnReminders = operation({
  subject: 'hr.query.own-reminders.v1',
  request: OwnRemindersRequest,
  reply: ReminderPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});

export class ReminderReference {
  @Id('Id of the reminder')
  reminderId: string;
}

export const ReadReminder = operation({
  subject: 'hr.command.read-reminder.v1',
  request: ReminderReference,
  reply: ReminderView,
  errors: [REMINDER_ERRORS.notFound, WORKPLACE_ERRORS.notStaff],
});
