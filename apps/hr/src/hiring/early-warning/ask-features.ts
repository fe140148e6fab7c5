import { Injectable, Optional } from '@nestjs/common';
import { AttendanceFacts, type AttendanceMonthFacts } from '../../attendance/attendance-facts.port';
import { QualityFacts, type QualityMonth } from '../../quality/quality-facts.port';
import { type KnownFacts, WarningSources } from './warning-sources.port';

/** Facts of attendance and quality control. Where a feature is not there, nobody knows what it would tell. */
@Injectable()
export class AskFeatures extends WarningSources {
  constructor(
    @Optional() private readonly attendance?: AttendanceFacts,
    @Optional() private readonly quality?: QualityFacts,
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
      for (const facts of (await this.attendance?.ofMonth(staffNumbers, month)) ?? [])
        gather(attendance, facts);
      for (const facts of (await this.quality?.ofMonth(staffNumbers, month)) ?? []) gather(quality, facts);
    }
    return new Map(
      staffNumbers.map((staffNumber) => [
        staffNumber,
        { ...ofAttendance(attendance.get(staffNumber)), ...ofQuality(quality.get(staffNumber)) },
      ]),
    );
  }
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
