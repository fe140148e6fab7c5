import { Inject, Injectable } from '@nestjs/common';
import type { LeaveKind } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Reminders } from '../../workplace/reminders.port';
import type { Leave } from '../leave-requests.port';
import { Approvers } from './approvers';

const KIND_ZH: Readonly<Record<LeaveKind, string>> = {
  sick: '病假',
  personal: '事假',
  annual: '公休',
  marriage: '婚假',
  maternity: '产假',
  paternity: '陪护假',
};

/** Reminds whoever is to decide, and tells the applicant what was decided; never before the last step. */
@Injectable()
export class TellApprovers {
  constructor(
    private readonly approvers: Approvers,
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async ofNextStep(leave: Leave): Promise<void> {
    const step = leave.steps.find(({ state }) => state === 'waiting');
    if (!step) return;
    const { staffNumbers } = (await this.approvers.today())(step.approverKind, leave);
    await this.remind(staffNumbers, leave, `step-${step.place}`, '待审批', 'waits for your decision');
  }

  async ofCancellation(leave: Leave): Promise<void> {
    const last = leave.steps.at(-1);
    if (!last) return;
    const { staffNumbers } = (await this.approvers.today())(last.approverKind, leave);
    const key = `cancel-${leave.cancelAskedAt?.getTime()}`;
    await this.remind(staffNumbers, leave, key, '申请销假', 'is asked to be cancelled');
  }

  async applicant(leave: Leave, key: string, zh: string, en: string): Promise<void> {
    await this.remind([leave.staffNumber], leave, key, zh, en);
  }

  private async remind(
    to: readonly string[],
    leave: Leave,
    key: string,
    zh: string,
    en: string,
  ): Promise<void> {
    const { id, name, kind, from } = leave;
    await this.reminders.add(
      to.map((staffNumber) => ({
        staffNumber,
        kind: 'leave',
        link: staffNumber === leave.staffNumber ? `/me/leave/${id}` : `/leave/${id}`,
        titleZh: `${name} ${from} 起的${KIND_ZH[kind]}${zh}`,
        titleEn: `Leave (${kind}) of ${name} from ${from} ${en}`,
        onceKey: `leave:${id}:${key}:${staffNumber}`,
      })),
      this.clock.now(),
    );
  }
}
