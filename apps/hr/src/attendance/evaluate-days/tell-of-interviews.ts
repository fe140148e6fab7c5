import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { Reminders } from '../../workplace/reminders.port';
import type { InterviewKind, RequiredInterview } from '../interviews.port';

const WORDS: Readonly<Record<InterviewKind, { readonly zh: string; readonly en: string }>> = {
  lateness: { zh: '本月多次迟到，须面谈', en: 'was late several times this month: an interview is required' },
  return: { zh: '病假返岗，须面谈', en: 'is back after sickness: an interview is due' },
};

/** Reminds the leader of a group of the interviews that are theirs to hold; without a leader the lists tell. */
@Injectable()
export class TellOfInterviews {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be called in the transaction that requires them. */
  async of(interviews: readonly RequiredInterview[]): Promise<void> {
    if (interviews.length === 0) return;
    const members = await this.staff.list({ staffNumbers: interviews.map(({ staffNumber }) => staffNumber) });
    const reminders = interviews.flatMap(({ kind, id, staffNumber }) => {
      const member = members.find((one) => one.staffNumber === staffNumber);
      if (member?.leaderNumber === undefined) return [];
      const { zh, en } = WORDS[kind];
      return [
        {
          staffNumber: member.leaderNumber,
          kind: `${kind}-interview`,
          onceKey: `interview:${id}`,
          titleZh: `${member.name}${zh}`,
          titleEn: `${member.name} ${en}`,
          link: `/attendance/${kind}-interviews?staffNumber=${staffNumber}`,
        },
      ];
    });
    await this.reminders.add(reminders, this.clock.now());
  }
}
