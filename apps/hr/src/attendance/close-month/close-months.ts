import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { AttendanceMonths } from '../attendance-months.port';
import { EvaluateDays } from '../evaluate-days/evaluate-days';
import { monthSpan } from './month-span';
import { PersonMonths } from './person-months';

/** People of one step: each is a transaction of its own, and what is done stays done. */
const STEP = 100;

/** Closes the months that somebody asked to be closed, a step at a time, and goes on where another process stopped. */
@Injectable()
export class CloseMonths {
  private readonly listeners: (() => void)[] = [];
  private readonly log: Logger;

  constructor(
    private readonly months: AttendanceMonths,
    private readonly evaluate: EvaluateDays,
    private readonly personMonths: PersonMonths,
    private readonly staff: StaffDirectory,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('Attendance');
  }

  onBegin(listener: () => void): void {
    this.listeners.push(listener);
  }

  kick(): void {
    for (const listener of this.listeners) listener();
  }

  /** Until no month is left that is being closed. */
  async execute(): Promise<void> {
    while (await this.step()) continue;
  }

  private step(): Promise<boolean> {
    return this.work.inTransaction(async () => {
      const closing = await this.months.nextToClose();
      if (!closing) return false;
      const { month, doneUpTo, staffDone, startedBy } = closing;
      const { from, to } = monthSpan(month);
      const people = await this.staff.list({ workedBetween: { from, to } });
      const next = people
        .map(({ staffNumber }) => staffNumber)
        .filter((staffNumber) => staffNumber > doneUpTo)
        .sort()
        .slice(0, STEP);
      const last = next.at(-1);
      const now = this.clock.now();
      if (last === undefined) {
        await this.months.close(month, now);
        this.log.info('a month of attendance is closed', { month, people: staffDone });
        return true;
      }
      await this.evaluate.execute({ staffNumbers: next, from, to }, true);
      const figures = await this.personMonths.of(next, month);
      await this.months.revise(month, { figures, madeAt: now, madeBy: startedBy });
      await this.months.advance(month, last, staffDone + next.length);
      return true;
    });
  }
}
