import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { afterStep, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, describeError, DomainError, Logger, UnitOfWork } from '@switchyard/platform';
import { CheckPlaces } from '../check-places';
import { type StaffEvent, type StaffRecord, StaffRegister } from '../staff-register.port';
import { stepOf } from '../staff-step';
import { TellStanding } from '../tell-standing';

/** Lets the planned steps of one person take effect whose day has come. */
@Injectable()
export class SettleSteps {
  private readonly log: Logger;

  constructor(
    private readonly register: StaffRegister,
    private readonly places: CheckPlaces,
    private readonly tell: TellStanding,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('StaffSteps');
  }

  /** Answers how many took effect. A step that is not possible any more fails, for somebody to read, and stops no other. */
  execute(staffNumber: string, context: RequestContext): Promise<number> {
    return this.work.inTransaction(async () => {
      let record = await this.register.lock(staffNumber);
      if (!record) return 0;
      const today = localDateAt(this.clock.now());
      let done = 0;
      for (const event of await this.register.planned(staffNumber)) {
        if (event.effectiveOn > today || record.status === 'left') break;
        const next = await this.take(record, event, context);
        if (next) done++;
        record = next ?? record;
      }
      if (done > 0) await this.tell.of([staffNumber], context);
      return done;
    });
  }

  /**
   * Writes what somebody is after a step, and what follows from it; the caller tells it.
   * Undefined when the step is not possible: it has failed then.
   */
  async take(
    record: StaffRecord,
    event: StaffEvent,
    context: RequestContext,
  ): Promise<StaffRecord | undefined> {
    const now = this.clock.now();
    const settled = { at: now, by: context.actor.id };
    const failure = await this.apply(record, event, context);
    if (failure !== undefined) {
      await this.register.settle(event.id, { ...settled, state: 'failed', failure });
      this.log.error('a planned step of a member of staff is not possible', {
        staffNumber: record.staffNumber,
        event: event.id,
        kind: event.kind,
        problem: failure,
      });
      return undefined;
    }
    await this.register.settle(event.id, { ...settled, state: 'done' });
    const after = await this.register.find(record.staffNumber);
    if (after?.status === 'left') await this.endAll(after, context);
    else if (event.kind === 'transfer')
      await this.register.endLeadership(record.staffNumber, after?.groupCode);
    return after;
  }

  private async apply(
    record: StaffRecord,
    event: StaffEvent,
    context: RequestContext,
  ): Promise<string | undefined> {
    const next = afterStep(record, stepOf(event));
    if (!next.ok) return next.error.problem;
    const { groupCode: _before, ...kept } = record;
    try {
      // Who planned it was allowed to; a post or group may have gone meanwhile.
      if (event.kind === 'transfer') await this.places.check(next.value, asPlanned(context), record);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return describeError(error);
    }
    await this.register.save({ ...kept, ...next.value, updatedAt: this.clock.now() });
    return undefined;
  }

  /** Nothing is planned for who has left, and nobody is led by them. */
  private async endAll({ staffNumber }: StaffRecord, context: RequestContext): Promise<void> {
    await this.register.endLeadership(staffNumber);
    for (const { id } of await this.register.planned(staffNumber)) {
      const by = context.actor.id;
      await this.register.settle(id, { state: 'cancelled', at: this.clock.now(), by, failure: 'left' });
    }
  }
}

const asPlanned = ({ correlationId, actor }: RequestContext): RequestContext => ({
  correlationId,
  actor: { ...actor, permissions: [...actor.permissions, 'user:write'] },
});
