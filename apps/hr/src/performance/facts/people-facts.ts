import { Injectable } from '@nestjs/common';
import { type MonthlyScorePolicy, scoreTargetOf } from '@switchyard/domain';
import { Logger } from '@switchyard/platform';
import { AttendanceFacts, type AttendanceMonthFacts } from '../../attendance/attendance-facts.port';
import { QualityFacts, type QualityMonth } from '../../quality/quality-facts.port';
import type { StaffMember } from '../../staff/staff-directory.port';
import { TrainingFacts, type TrainingMonth } from '../../training/training-facts.port';
import { askEach } from './ask-each';
import { AddUpMonth, type MonthCounts } from './month-counts';

/** What the other features know of a month. */
export interface PeopleFacts {
  readonly attendance: ReadonlyMap<string, AttendanceMonthFacts>;
  readonly quality: ReadonlyMap<string, QualityMonth>;
  readonly training: ReadonlyMap<string, TrainingMonth>;
  readonly counts: ReadonlyMap<string, MonthCounts>;
}

/** Gathers a month's facts of many people. */
@Injectable()
export class GatherPeopleFacts {
  private readonly log: Logger;

  constructor(
    private readonly attendance: AttendanceFacts,
    private readonly quality: QualityFacts,
    private readonly training: TrainingFacts,
    private readonly addUp: AddUpMonth,
    logger: Logger,
  ) {
    this.log = logger.named('PerformanceFacts');
  }

  async execute(
    people: readonly StaffMember[],
    month: string,
    policy: MonthlyScorePolicy,
  ): Promise<PeopleFacts> {
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const { inHandMinutes } = scoreTargetOf(month, policy);
    const [attendance, quality, training, counts] = await Promise.all([
      askEach('attendance', numbers, (some) => this.attendance.ofMonth(some, month), this.log),
      askEach('quality', numbers, (some) => this.quality.ofMonth(some, month), this.log),
      askEach('training', numbers, (some) => this.training.ofMonth(some, month), this.log),
      this.addUp.execute(people, month, inHandMinutes),
    ]);
    return { attendance, quality, training, counts };
  }
}
