import { Inject, Injectable } from '@nestjs/common';
import { isAddressed } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { StaffSurveys } from './surveys.port';

/** When its time is over, a survey forgets who has answered. */
@Injectable()
export class CloseSurveys {
  constructor(
    private readonly surveys: StaffSurveys,
    private readonly members: Members,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were closed */
  execute(): Promise<number> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const over = await this.surveys.lockOver(now);
      if (over.length === 0) return 0;
      const staff = await this.members.active();
      for (const survey of over) {
        const addressed = staff.filter((member) => isAddressed(survey, member)).length;
        await this.surveys.close(survey.id, addressed, now);
      }
      return over.length;
    });
  }
}
