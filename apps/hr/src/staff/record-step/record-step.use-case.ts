import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordStaffStepRequest, RequestContext } from '@switchyard/contracts';
import { afterSteps, localDate, localDateAt, type StaffState } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { CheckPlaces } from '../check-places';
import { OrganisationStore } from '../organisation-store.port';
import { SettleSteps } from '../settle-steps/settle-steps';
import { assertNotOwn, staffNotFound, stepRefused } from '../staff-errors';
import { type StaffEvent, type StaffRecord, StaffRegister } from '../staff-register.port';
import { detailsOf, stepOf } from '../staff-step';
import { TellStanding } from '../tell-standing';

/**
 * Takes a step of a working life: at once when its day has come, else on its day. It must be possible after what is
 * planned before it, and what is planned after it must stay possible.
 * @throws DomainError `staff.not-found`, `staff.own-step`, `staff.step-refused`, `request.invalid`, and as `CheckPlaces`
 */
@Injectable()
export class RecordStep {
  constructor(
    private readonly register: StaffRegister,
    private readonly organisation: OrganisationStore,
    private readonly places: CheckPlaces,
    private readonly settle: SettleSteps,
    private readonly tell: TellStanding,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    request: RecordStaffStepRequest,
    context: RequestContext,
  ): Promise<{ readonly event: StaffEvent; readonly record: StaffRecord }> {
    const { staffNumber, kind, reason } = request;
    const details = detailsOf(await this.withTierOfPost(request));
    const now = this.clock.now();
    const today = localDateAt(now);
    const effectiveOn = request.effectiveOn === undefined ? today : localDate(request.effectiveOn);
    const event: StaffEvent = {
      id: randomUUID(),
      staffNumber,
      kind,
      effectiveOn,
      state: 'planned',
      details,
      reason,
      recordedAt: now,
      recordedBy: context.actor.id,
    };
    return this.work.inTransaction(async () => {
      await this.settle.execute(staffNumber, context);
      const record = await this.register.lock(staffNumber);
      if (!record) throw staffNotFound(staffNumber);
      assertNotOwn(record, context);
      const then = await this.assertFits(record, event);
      if (kind === 'transfer') await this.places.check(then, context, record);
      await this.register.addEvent(event);
      if (effectiveOn <= today) {
        await this.settle.take(record, event, context);
        await this.tell.of([staffNumber], context);
      }
      return {
        event: (await this.register.event(event.id)) as StaffEvent,
        record: (await this.register.find(staffNumber)) as StaffRecord,
      };
    });
  }

  /** A new post brings its tier unless another is given. */
  private async withTierOfPost(request: RecordStaffStepRequest): Promise<RecordStaffStepRequest> {
    if (request.postCode === undefined || request.tier !== undefined) return request;
    const post = await this.organisation.post(request.postCode);
    return post ? { ...request, tier: post.tier } : request;
  }

  /** Answers what somebody is after the step. */
  private async assertFits(record: StaffRecord, event: StaffEvent): Promise<StaffState> {
    const { staffNumber, status } = record;
    const last = await this.register.lastStepOn(staffNumber);
    if (last !== undefined && event.effectiveOn < last) {
      throw stepRefused(staffNumber, {
        status,
        problem: `lies before the step of ${last}, which has taken effect`,
      });
    }
    const planned = await this.register.planned(staffNumber);
    const before = planned.filter(({ effectiveOn }) => effectiveOn <= event.effectiveOn);
    // Nothing follows a leaving: what is planned for later is cancelled on its day.
    const after = event.kind === 'leave' ? [] : planned.slice(before.length);
    const steps = [...before, event, ...after].map(stepOf);
    const outcome = afterSteps(record, steps);
    if (!outcome.ok) {
      const { place, ...refusal } = outcome.error;
      const later = [...before, event, ...after][place];
      const problem =
        place === before.length || !later
          ? refusal.problem
          : `${later.kind} planned for ${later.effectiveOn} would not be possible then; cancel it first`;
      throw stepRefused(staffNumber, { ...refusal, problem });
    }
    const then = afterSteps(record, [...before, event].map(stepOf));
    return then.ok ? then.value : outcome.value;
  }
}
