import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type HireStaffRequest, type RequestContext, STAFF_ERRORS } from '@switchyard/contracts';
import { localDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { CheckPlaces } from '../check-places';
import { type StaffRecord, StaffRegister } from '../staff-register.port';
import { TellStanding } from '../tell-standing';

/**
 * Takes somebody on. With a first day to come they are expected, and become active on it.
 * @throws DomainError `staff.already-exists`, and as `CheckPlaces`
 */
@Injectable()
export class HireStaffUseCase {
  constructor(
    private readonly register: StaffRegister,
    private readonly places: CheckPlaces,
    private readonly tell: TellStanding,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(request: HireStaffRequest, context: RequestContext): Promise<StaffRecord> {
    const { staffNumber, name, phone, departmentCode, postCode, groupCode, skills = [], reason } = request;
    const post = await this.places.check(request, context);
    await this.places.skills(skills.map(({ code }) => code));
    const now = this.clock.now();
    const hiredOn = localDate(request.hiredOn);
    const starts = hiredOn <= localDateAt(now);
    const tier = request.tier ?? post.tier;
    const position = { departmentCode, postCode, tier, ...(groupCode !== undefined && { groupCode }) };
    return this.work.inTransaction(async () => {
      const added = await this.register.add({
        staffNumber,
        name,
        hiredOn,
        version: 0,
        updatedAt: now,
        status: starts ? 'active' : 'expected',
        ...position,
        ...(phone !== undefined && { phone }),
      });
      if (!added) throw taken(staffNumber);
      await this.register.setSkills(staffNumber, skills);
      const by = { recordedAt: now, recordedBy: context.actor.id };
      const told = { staffNumber, effectiveOn: hiredOn, ...by, ...(reason !== undefined && { reason }) };
      await this.register.addEvent({
        id: randomUUID(),
        kind: 'hired',
        state: 'done',
        details: position,
        ...told,
        settledAt: now,
        settledBy: context.actor.id,
      });
      if (!starts) {
        await this.register.addEvent({
          id: randomUUID(),
          kind: 'enter',
          state: 'planned',
          details: {},
          ...told,
        });
      }
      await this.tell.of([staffNumber], context);
      return (await this.register.find(staffNumber)) as StaffRecord;
    });
  }
}

const taken = (staffNumber: string): DomainError =>
  new DomainError(
    STAFF_ERRORS.alreadyThere,
    `The staff number ${staffNumber} is taken; a number is given once, also after its owner has left.`,
    { field: 'staffNumber', staffNumber },
  );
