import { Controller, Inject } from '@nestjs/common';
import {
  CancelStaffStep,
  type RequestContext,
  STAFF_ERRORS,
  type StaffEventView,
  StaffStepReference,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { assertNotOwn } from '../staff-errors';
import { type StaffEvent, StaffRegister } from '../staff-register.port';
import { toEventView } from '../staff-views';

@Controller()
export class CancelStepHandler {
  constructor(
    private readonly register: StaffRegister,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CancelStaffStep)
  handle({ staffNumber, eventId }: StaffStepReference, context: RequestContext): Promise<StaffEventView> {
    return this.work.inTransaction(async () => {
      const record = await this.register.lock(staffNumber);
      if (record) assertNotOwn(record, context);
      const event = await this.register.event(eventId);
      if (event?.staffNumber !== staffNumber) {
        throw new DomainError(STAFF_ERRORS.stepNotFound, `${staffNumber} has no step ${eventId}.`, {
          eventId,
        });
      }
      if (event.state !== 'planned' || event.kind === 'enter') throw settled(event);
      const by = context.actor.id;
      await this.register.settle(eventId, { state: 'cancelled', at: this.clock.now(), by });
      return toEventView((await this.register.event(eventId)) as StaffEvent);
    });
  }
}

function settled({ id, kind, state }: StaffEvent): DomainError {
  const message =
    kind === 'enter' && state === 'planned'
      ? 'The first day is not cancelled by itself: record a leaving with the reason never-started.'
      : `This step is ${state}; only what is planned can be cancelled.`;
  return new DomainError(STAFF_ERRORS.stepSettled, message, { eventId: id, state });
}
