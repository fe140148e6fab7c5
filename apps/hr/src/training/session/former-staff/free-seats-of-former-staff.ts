import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger } from '@switchyard/platform';
import { TrainedStaff } from '../../people/trained-staff';
import { EnrolStaff } from '../enrol/enrol.use-case';
import { Enrolments } from '../sessions.port';

/** Seats of people who have left go to who waits longest. */
@Injectable()
export class FreeSeatsOfFormerStaff {
  private readonly log: Logger;

  constructor(
    private readonly enrolments: Enrolments,
    private readonly enrol: EnrolStaff,
    private readonly staff: TrainedStaff,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('FormerStaff');
  }

  async execute(): Promise<void> {
    for (const { sessionId, staffNumber } of await this.enrolments.ofFormerStaff(this.clock.now())) {
      try {
        await this.enrol.withdraw(sessionId, await this.staff.find(staffNumber));
      } catch (error) {
        const what = { sessionId, staffNumber, err: error };
        this.log.error('a seat of somebody who left stays taken; it is tried again', what);
      }
    }
  }
}
