import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  bonusOfMonth,
  dismissalAlerts,
  fineProposals,
  type MonthlyScorePolicy,
  monthlyScore,
  scoreTargetOf,
  type ScoreCorrection,
  type ScoreFacts,
} from '@switchyard/domain';
import { describeError, Logger } from '@switchyard/platform';
import { AttendanceFacts } from '../../attendance/attendance-facts.port';
import { Policies } from '../../policy/policies';
import type { StaffMember } from '../../staff/staff-directory.port';
import { TrainingFacts } from '../../training/training-facts.port';
import { askEach } from '../facts/ask-each';
import { AddUpWork } from '../facts/month-work';
import { grouped } from '../grouped';
import { PerformanceItems } from '../items/performance-items.port';
import { endOfMonth } from '../months';
import { MonthlyScores, type ReckonedScore } from './monthly-scores.port';
import { scoreFactsOf } from './score-facts-of';

export interface ReckonedScores {
  readonly scores: readonly ReckonedScore[];
  readonly failed: readonly { readonly staffNumber: string; readonly why: string }[];
}

/** Characters. */
const LONGEST_WHY = 500;

/** Reckons a month's scores of some people by the policy of the month's end; one that fails does not stop the others. */
@Injectable()
export class ReckonScores {
  private readonly log: Logger;

  constructor(
    private readonly attendance: AttendanceFacts,
    private readonly training: TrainingFacts,
    private readonly addUp: AddUpWork,
    private readonly items: PerformanceItems,
    private readonly scores: MonthlyScores,
    private readonly policies: Policies,
    logger: Logger,
  ) {
    this.log = logger.named('MonthlyScores');
  }

  /** @param corrections what appeals changed, by staff number */
  async execute(
    people: readonly StaffMember[],
    month: string,
    corrections: ReadonlyMap<string, ScoreCorrection>,
  ): Promise<ReckonedScores> {
    const policy = await this.policies.inForce('monthly-score', endOfMonth(month));
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const { inHandMinutes } = scoreTargetOf(month, policy);
    const [attendance, training, work, items, years] = await Promise.all([
      askEach('attendance', numbers, (some) => this.attendance.ofMonth(some, month), this.log),
      askEach('training', numbers, (some) => this.training.ofMonth(some, month), this.log),
      this.addUp.execute(people, month, inHandMinutes),
      this.items.ofMonth(numbers, month),
      this.scores.yearBefore(month, numbers),
    ]);
    const itemsOf = grouped(items, ({ staffNumber }) => staffNumber);
    const scores: ReckonedScore[] = [];
    const failed: { staffNumber: string; why: string }[] = [];
    for (const person of people) {
      const { staffNumber } = person;
      try {
        const own = {
          attendance: attendance.get(staffNumber),
          training: training.get(staffNumber),
          work: work.get(staffNumber),
          items: itemsOf.get(staffNumber) ?? [],
          year: years.get(staffNumber),
        };
        const correction = corrections.get(staffNumber);
        const scoreFacts = { ...scoreFactsOf(month, own), ...(correction && { correction }) };
        scores.push(reckonScore(person, scoreFacts, policy));
      } catch (error) {
        failed.push({ staffNumber, why: describeError(error).slice(0, LONGEST_WHY) });
      }
    }
    return { scores, failed };
  }
}

function reckonScore(
  { staffNumber, roleKind, groupCode }: StaffMember,
  facts: ScoreFacts,
  policy: MonthlyScorePolicy,
): ReckonedScore {
  const bonus = policy.bonus.roleKinds.includes(roleKind) && bonusOfMonth(facts, policy);
  const result = {
    score: monthlyScore(facts, policy),
    ...(bonus !== false && { bonus }),
    fines: fineProposals(facts, policy),
  };
  const digest = createHash('sha256').update(JSON.stringify({ facts, policy, roleKind })).digest('hex');
  return {
    staffNumber,
    month: facts.month,
    roleKind,
    facts,
    policy,
    result,
    digest,
    ...(groupCode !== undefined && { groupCode }),
    alerts: dismissalAlerts(facts, policy),
  };
}
