import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { type NewReminder, Reminders } from '../workplace/reminders.port';
import type { Escalation } from './escalation/escalations.port';

/** What quality control puts on people's own lists, each thing once; joins the open transaction. */
@Injectable()
export class QualityReminders {
  constructor(
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To the leader; a group without one has nobody to tell, and the escalation waits in the list of all. */
  faultRepeated({ id, staffNumber, leaderNumber, names, times, withinDays }: Escalation): Promise<void> {
    if (leaderNumber === undefined) return Promise.resolve();
    return this.add({
      staffNumber: leaderNumber,
      kind: 'quality-fault-repeated',
      onceKey: `quality-escalation:${id}`,
      titleZh: `${staffNumber} 在 ${withinDays} 天内 ${times} 次出现“${names['zh-CN']}”差错`,
      titleEn: `${staffNumber}: "${names.en}" ${times} times within ${withinDays} days`,
      link: `/quality/escalations?staffNumber=${staffNumber}`,
    });
  }

  evaluationTold(staffNumber: string, evaluationId: string): Promise<void> {
    return this.add({
      staffNumber,
      kind: 'quality-evaluation',
      onceKey: `quality-evaluation:${evaluationId}`,
      titleZh: '您的一通电话已质检，请先听录音再确认',
      titleEn: 'A call of yours was judged: hear it, then take note',
      link: `/me/quality/evaluations/${evaluationId}`,
    });
  }

  appealDecided(staffNumber: string, evaluationId: string): Promise<void> {
    return this.add({
      staffNumber,
      kind: 'quality-appeal',
      onceKey: `quality-appeal:${evaluationId}`,
      titleZh: '您的质检申诉已有结果',
      titleEn: 'Your appeal is decided',
      link: `/me/quality/evaluations/${evaluationId}`,
    });
  }

  /** To whose plan it is, and to who helps. */
  async planOpened(
    planId: string,
    staffNumber: string,
    helpers: readonly (string | undefined)[],
  ): Promise<void> {
    const [kind, titleZh, titleEn] = [
      'improvement-plan',
      '有一份新的改进计划',
      'There is an improvement plan',
    ];
    const own = { staffNumber, kind, titleZh, titleEn, link: '/me/quality/improvement-plans' };
    const others = [...new Set(helpers)].flatMap((helper) => (helper === undefined ? [] : [helper]));
    await this.add(
      { ...own, onceKey: `improvement-plan:${planId}` },
      ...others.map((helper) => ({
        staffNumber: helper,
        kind,
        link: `/quality/improvement-plans/${planId}`,
        titleZh: `请协助 ${staffNumber} 的改进计划`,
        titleEn: `Help ${staffNumber} with an improvement plan`,
        onceKey: `improvement-plan:${planId}:${helper}`,
      })),
    );
  }

  calibrationOpened(calibrationId: string, title: string, inspectors: readonly string[]): Promise<void> {
    return this.add(
      ...inspectors.map((staffNumber) => ({
        staffNumber,
        kind: 'calibration',
        link: `/quality/calibrations/${calibrationId}`,
        titleZh: `请为校准“${title}”独立评分`,
        titleEn: `Score the calibration "${title}" on your own`,
        onceKey: `calibration:${calibrationId}:${staffNumber}`,
      })),
    );
  }

  private add(...reminders: readonly NewReminder[]): Promise<void> {
    return this.reminders.add(reminders, this.clock.now());
  }
}
