import { Injectable } from '@nestjs/common';
import { AttendanceFacts, type AttendanceMonthFacts } from '../attendance-facts.port';
import { AttendanceMonths } from '../attendance-months.port';
import { PersonMonths } from '../close-month/person-months';

@Injectable()
export class StoredAttendanceFacts extends AttendanceFacts {
  constructor(
    private readonly months: AttendanceMonths,
    private readonly personMonths: PersonMonths,
  ) {
    super();
  }

  async ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly AttendanceMonthFacts[]> {
    const closed = (await this.months.find(month))?.state === 'closed';
    const kept = closed ? await this.months.figuresOf(month, staffNumbers) : undefined;
    const open = await this.personMonths.of(
      staffNumbers.filter((number) => kept?.has(number) !== true),
      month,
    );
    return staffNumbers.flatMap((staffNumber) => {
      const figures = kept?.get(staffNumber) ?? open.get(staffNumber);
      return figures ? [{ ...figures, staffNumber, month, closed }] : [];
    });
  }
}
