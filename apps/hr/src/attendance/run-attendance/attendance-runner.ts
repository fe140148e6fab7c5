import { Injectable } from '@nestjs/common';
import { Logger, RegularWork } from '@switchyard/platform';
import { AttendanceDue } from '../attendance-due.port';
import { CloseMonths } from '../close-month/close-months';
import { ReckonDue } from './reckon-due';
import { SweepShifts } from './sweep-shifts';

const EVERY_MS = 60_000;

/** Keeps the days of everybody reckoned, and closes months step by step, also what a process before it began. */
@Injectable()
export class AttendanceRunner extends RegularWork {
  constructor(
    private readonly sweep: SweepShifts,
    private readonly reckon: ReckonDue,
    private readonly closing: CloseMonths,
    due: AttendanceDue,
    logger: Logger,
  ) {
    super('reckoning of attendance', EVERY_MS, logger);
    due.onMark(() => this.atOnce());
    closing.onBegin(() => this.atOnce());
  }

  protected async round(): Promise<void> {
    await this.sweep.execute();
    await this.reckon.execute();
    await this.closing.execute();
  }
}
