import { Injectable } from '@nestjs/common';
import {
  type IndicatorFacts,
  indicatorTargetsOf,
  knownFact,
  type StaffIndicator,
  staffIndicators,
  UNKNOWN_FACT,
} from '@switchyard/domain';
import { Policies } from '../../policy/policies';
import type { StaffMember } from '../../staff/staff-directory.port';
import { GatherPeopleFacts, type PeopleFacts } from '../facts/people-facts';
import { PerformanceItems } from '../items/performance-items.port';
import { endOfMonth } from '../months';

/** Indicators of a month (§12, art. 23) of many people, by staff number. */
@Injectable()
export class MonthIndicators {
  constructor(
    private readonly gather: GatherPeopleFacts,
    private readonly items: PerformanceItems,
    private readonly policies: Policies,
  ) {}

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
    const facts = await this.gather.execute(people, month, score);
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const complaints = (await this.items.ofMonth(numbers, month)).filter(({ kind }) => kind === 'complaint');
    return new Map(
      numbers.map((number) => {
        const count = complaints.filter(({ staffNumber }) => staffNumber === number).length;
        return [number, staffIndicators(indicatorFactsOf(number, facts, count), targets)];
      }),
    );
  }
}

function indicatorFactsOf(staffNumber: string, facts: PeopleFacts, complaints: number): IndicatorFacts {
  const attendance = facts.attendance.get(staffNumber);
  const quality = facts.quality.get(staffNumber);
  const counts = facts.counts.get(staffNumber);
  const inHand = counts?.inHand ?? UNKNOWN_FACT;
  return {
    attendance: attendance ? knownFact(attendance) : UNKNOWN_FACT,
    quality: quality ? knownFact(quality) : UNKNOWN_FACT,
    calls: counts?.calls ?? UNKNOWN_FACT,
    ratings: counts?.ratings ?? UNKNOWN_FACT,
    presence: counts?.presence ?? UNKNOWN_FACT,
    orders: counts?.orders ?? UNKNOWN_FACT,
    correctness: counts?.judged ?? UNKNOWN_FACT,
    inHand:
      inHand.state === 'known'
        ? knownFact({ ...inHand.value, overdue: inHand.value.overdue.length })
        : inHand,
    complaints,
  };
}
