import { Injectable } from '@nestjs/common';
import {
  type IndicatorFacts,
  indicatorTargetsOf,
  knownFact,
  scoreTargetOf,
  type StaffIndicator,
  staffIndicators,
  UNKNOWN_FACT,
} from '@switchyard/domain';
import { Logger } from '@switchyard/platform';
import { AttendanceFacts, type AttendanceMonthFacts } from '../../attendance/attendance-facts.port';
import { Policies } from '../../policy/policies';
import { QualityFacts, type QualityMonth } from '../../quality/quality-facts.port';
import type { StaffMember } from '../../staff/staff-directory.port';
import { askEach } from '../facts/ask-each';
import { AddUpCounts, type MonthCounts } from '../facts/month-counts';
import { AddUpWork, type MonthWork } from '../facts/month-work';
import { grouped } from '../grouped';
import { PerformanceItems } from '../items/performance-items.port';
import { endOfMonth } from '../months';

/** Indicators of a month (§12, art. 23) of many people, by staff number. */
@Injectable()
export class MonthIndicators {
  private readonly log: Logger;

  constructor(
    private readonly attendance: AttendanceFacts,
    private readonly quality: QualityFacts,
    private readonly addUpCounts: AddUpCounts,
    private readonly addUpWork: AddUpWork,
    private readonly items: PerformanceItems,
    private readonly policies: Policies,
    logger: Logger,
  ) {
    this.log = logger.named('StaffIndicators');
  }

  async of(
    people: readonly StaffMember[],
    month: string,
  ): Promise<ReadonlyMap<string, readonly StaffIndicator[]>> {
    const at = endOfMonth(month);
    const [score, indicators] = await Promise.all([
      this.policies.inForce('monthly-score', at),
      this.policies.inForce('performance-indicators', at),
    ]);
    const targets = indicatorTargetsOf(month, indicators);
    const { inHandMinutes } = scoreTargetOf(month, score);
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const [attendance, quality, counts, work, items] = await Promise.all([
      askEach('attendance', numbers, (some) => this.attendance.ofMonth(some, month), this.log),
      askEach('quality', numbers, (some) => this.quality.ofMonth(some, month), this.log),
      this.addUpCounts.execute(people, month),
      this.addUpWork.execute(people, month, inHandMinutes),
      this.items.ofMonth(numbers, month),
    ]);
    const complaints = grouped(
      items.filter(({ kind }) => kind === 'complaint'),
      ({ staffNumber }) => staffNumber,
    );
    return new Map(
      numbers.map((number) => {
        const facts = indicatorFactsOf({
          attendance: attendance.get(number),
          quality: quality.get(number),
          counts: counts.get(number),
          work: work.get(number),
          complaints: complaints.get(number)?.length ?? 0,
        });
        return [number, staffIndicators(facts, targets)];
      }),
    );
  }
}

interface FactsOfPerson {
  readonly attendance: AttendanceMonthFacts | undefined;
  readonly quality: QualityMonth | undefined;
  readonly counts: MonthCounts | undefined;
  readonly work: MonthWork | undefined;
  readonly complaints: number;
}

function indicatorFactsOf({ attendance, quality, counts, work, complaints }: FactsOfPerson): IndicatorFacts {
  const inHand = work?.inHand ?? UNKNOWN_FACT;
  return {
    attendance: attendance ? knownFact(attendance) : UNKNOWN_FACT,
    quality: quality ? knownFact(quality) : UNKNOWN_FACT,
    calls: counts?.calls ?? UNKNOWN_FACT,
    ratings: counts?.ratings ?? UNKNOWN_FACT,
    presence: counts?.presence ?? UNKNOWN_FACT,
    orders: counts?.orders ?? UNKNOWN_FACT,
    correctness: work?.judged ?? UNKNOWN_FACT,
    inHand:
      inHand.state === 'known'
        ? knownFact({ ...inHand.value, overdue: inHand.value.overdue.length })
        : inHand,
    complaints,
  };
}
