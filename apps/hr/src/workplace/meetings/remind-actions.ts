import { Inject, Injectable } from '@nestjs/common';
import { addDays, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { type NewReminder, Reminders } from '../reminders.port';
import { type MeetingAction, Meetings } from './meetings.port';

/** Whoever has agreed to something hears before it is due; past its day, whoever chaired the meeting hears too. Each once. */
@Injectable()
export class RemindActions {
  constructor(
    private readonly meetings: Meetings,
    private readonly policies: Policies,
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const today = localDateAt(now);
    const { remindDaysBefore } = (await this.policies.inForce('workplace', now)).meetings;
    const due = await this.meetings.actionsDue(addDays(today, remindDaysBefore));
    const reminders = due.flatMap((action) => {
      const { ownerNumber, chairNumber, dueOn } = action;
      if (dueOn >= today) return [dueReminder(action)];
      return [...new Set([ownerNumber, chairNumber])].map((number) => overdueReminder(action, number));
    });
    await this.reminders.add(reminders, now);
  }
}

const dueReminder = ({ id, ownerNumber, dueOn, text }: MeetingAction): NewReminder => ({
  staffNumber: ownerNumber,
  kind: 'action-due',
  titleZh: `${dueOn} 前完成：${text.slice(0, 100)}`,
  titleEn: `Due on ${dueOn}: ${text.slice(0, 100)}`,
  link: '/me/meeting-actions',
  onceKey: `action-due ${id}`,
});

const overdueReminder = ({ id, dueOn, text }: MeetingAction, staffNumber: string): NewReminder => ({
  staffNumber,
  kind: 'action-overdue',
  titleZh: `已逾期（${dueOn}）：${text.slice(0, 100)}`,
  titleEn: `Overdue since ${dueOn}: ${text.slice(0, 100)}`,
  link: '/meeting-actions?overdue=true',
  onceKey: `action-overdue ${id} ${staffNumber}`,
});
