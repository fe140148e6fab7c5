import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Repeat } from '@switchyard/platform';
import { AttendanceDue } from '../attendance-due.port';
import { CloseMonths } from '../close-month/close-months';
import { ReckonDue } from './reckon-due';
import { SweepShifts } from './sweep-shifts';

const EVERY_MS = 60_000;

/** Keeps the days of everybody reckoned, and closes months step by step, also what a process before it began. */
@Injectable()
export class AttendanceRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Repeat;

  constructor(
    private readonly sweep: SweepShifts,
    private readonly reckon: ReckonDue,
    private readonly closing: CloseMonths,
    due: AttendanceDue,
    logger: Logger,
  ) {
    this.rounds = new Repeat(
      'reckoning of attendance',
      EVERY_MS,
      () => this.round(),
      logger.named('Attendance'),
    );
    due.onMark(() => this.rounds.kick());
    closing.onBegin(() => this.rounds.kick());
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async round(): Promise<void> {
    await this.sweep.execute();
    await this.reckon.execute();
    await this.closing.execute();
  }
}
