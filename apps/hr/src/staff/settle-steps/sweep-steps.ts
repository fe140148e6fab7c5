import { Inject, Injectable } from '@nestjs/common';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, RegularWork, systemContext } from '@switchyard/platform';
import { StaffRegister } from '../staff-register.port';
import { SettleSteps } from './settle-steps';

const EVERY_MS = 60_000;
const AT_ONCE = 500;

/** Every minute: the steps whose day has come, so that a day's begin is a minute late at most. */
@Injectable()
export class SweepSteps extends RegularWork {
  constructor(
    private readonly register: StaffRegister,
    private readonly settle: SettleSteps,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('steps of staff whose day has come', EVERY_MS, logger);
  }

  protected round(): Promise<void> {
    return this.sweep();
  }

  /** One person that cannot be read does not stop the others. */
  async sweep(): Promise<void> {
    const due = await this.register.due(localDateAt(this.clock.now()), AT_ONCE);
    for (const staffNumber of due) {
      try {
        await this.settle.execute(staffNumber, systemContext('hr'));
      } catch (error) {
        this.log.error('steps of a member of staff could not be taken', { staffNumber, err: error });
      }
    }
  }
}
