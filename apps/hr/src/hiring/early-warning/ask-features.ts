import { Injectable } from '@nestjs/common';
import { AttendanceFacts, type AttendanceMonthFacts } from '../../attendance/attendance-facts.port';
import { MonthlyScores } from '../../performance/score/monthly-scores.port';
import { QualityFacts, type QualityMonth } from '../../quality/quality-facts.port';
import { type KnownFacts, WarningSources } from './warning-sources.port';

/** Facts of attendance, of quality control and of the monthly scores that were told to their people. */
@Injectable()
export class AskFeatures extends WarningSources {
  constructor(
    private readonly attendance: AttendanceFacts,
    private readonly quality: QualityFacts,
    private readonly scores: MonthlyScores,
  ) {
    super();
  }

  async of(
    staffNumbers: readonly string[],
    months: readonly string[],
  ): Promise<ReadonlyMap<string, KnownFacts>> {
    const attendance = new Map<string, AttendanceMonthFacts[]>();
    const quality = new Map<string, QualityMonth[]>();
    for (const month of months) {
      for (const facts of await this.attendance.ofMonth(staffNumbers, month)) gather(attendance, facts);
      for (const facts of await this.quality.ofMonth(staffNumbers, month)) gather(quality, facts);
    }
    const scores = new Map<string, MonthScore[]>();
    for (const score of await this.scores.totals(months, undefined)) gather(scores, score);
    return new Map(
      staffNumbers.map((staffNumber) => [
        staffNumber,
        {
          ...ofAttendance(attendance.get(staffNumber)),
          ...ofQuality(quality.get(staffNumber)),
          ...ofScores(scores.get(staffNumber)),
        },
      ]),
    );
  }
}

interface MonthScore {
  readonly staffNumber: string;
  readonly score: number;
}

/** The mean of the months that have one. */
function ofScores(months: readonly MonthScore[] = []): KnownFacts {
  if (months.length === 0) return {};
  const total = months.reduce((sum, { score }) => sum + score, 0);
  return { score: Math.round((100 * total) / months.length) / 100 };
}

/** Who was on no roster was not there to be late: nothing is known of them. */
function ofAttendance(months: readonly AttendanceMonthFacts[] = []): KnownFacts {
  if (!months.some(({ rosteredDays }) => rosteredDays > 0)) return {};
  const sum = (of: (facts: AttendanceMonthFacts) => number) =>
    months.reduce((total, facts) => total + of(facts), 0);
  return {
    'absent-days': sum(({ absentDays }) => absentDays),
    'late-times': sum(({ lateCount }) => lateCount),
    'personal-leave-times': sum(({ personal }) => personal.occurrences),
    'sick-days': sum(({ sick }) => sick.days),
    'overtime-hours': Math.round(sum(({ overtimeMinutes }) => overtimeMinutes) / 6) / 10,
  };
}

/** The mean over all judged calls of the months. */
function ofQuality(months: readonly QualityMonth[] = []): KnownFacts {
  const judged = months.flatMap(({ meanScore, evaluations }) =>
    meanScore === undefined ? [] : [{ meanScore, evaluations }],
  );
  const calls = judged.reduce((total, { evaluations }) => total + evaluations, 0);
  if (calls === 0) return {};
  const points = judged.reduce((total, { meanScore, evaluations }) => total + meanScore * evaluations, 0);
  return { 'quality-mean': Math.round((100 * points) / calls) / 100 };
}

function gather<Facts extends { readonly staffNumber: string }>(
  by: Map<string, Facts[]>,
  facts: Facts,
): void {
  const known = by.get(facts.staffNumber);
  if (known) known.push(facts);
  else by.set(facts.staffNumber, [facts]);
}
