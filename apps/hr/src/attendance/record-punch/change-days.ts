import { Inject, Injectable } from '@nestjs/common';
import { ATTENDANCE_ERRORS } from '@switchyard/contracts';
import { addDays, type LocalDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { AttendanceMonths } from '../attendance-months.port';
import { monthOf } from '../close-month/month-span';
import { PersonMonths } from '../close-month/person-months';
import { EvaluateDays } from '../evaluate-days/evaluate-days';

export interface ChangedTime {
  readonly staffNumber: string;
  readonly from: Date;
  readonly to: Date;
  /** Why figures of a closed month change. */
  readonly reopenReason?: string;
  readonly by: string;
}

/** Reckons days anew after a correction; a closed month is reopened for this person alone, with the reason kept. */
@Injectable()
export class ChangeDays {
  constructor(
    private readonly evaluate: EvaluateDays,
    private readonly months: AttendanceMonths,
    private readonly personMonths: PersonMonths,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be called in a transaction, after the change. @throws DomainError `attendance-month.already-closed` without a reason */
  async execute({ staffNumber, from, to, reopenReason, by }: ChangedTime): Promise<void> {
    // An overnight shift begins on the day before; a punch before midnight may belong to the day after.
    const days = { from: addDays(localDateAt(from), -1), to: addDays(localDateAt(to), 1) };
    const month = await this.closedMonth(localDateAt(from), localDateAt(to));
    if (month !== undefined && reopenReason === undefined) throw monthClosed(month);
    await this.evaluate.execute({ staffNumbers: [staffNumber], ...days }, month !== undefined);
    if (month === undefined) return;
    const figures = await this.personMonths.of([staffNumber], month);
    const madeAt = this.clock.now();
    await this.months.revise(month, {
      figures,
      madeAt,
      madeBy: by,
      ...(reopenReason !== undefined && { reason: reopenReason }),
    });
  }

  private async closedMonth(from: LocalDate, to: LocalDate): Promise<string | undefined> {
    for (const month of new Set([monthOf(from), monthOf(to)])) {
      if (await this.months.find(month)) return month;
    }
    return undefined;
  }
}

export const monthClosed = (month: string): DomainError =>
  new DomainError(
    ATTENDANCE_ERRORS.monthClosed,
    `${month} is closed; tell with reopenReason why its figures are to change for this person.`,
    { field: 'reopenReason', month },
  );
