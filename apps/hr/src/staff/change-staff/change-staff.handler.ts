import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { ChangeStaff, ChangeStaffRequest, type RequestContext, type StaffView } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { CheckPlaces } from '../check-places';
import { staffNotFound } from '../staff-errors';
import { type StaffRecord, StaffRegister } from '../staff-register.port';
import { toStaffView } from '../staff-views';

@Controller()
export class ChangeStaffHandler {
  constructor(
    private readonly register: StaffRegister,
    private readonly places: CheckPlaces,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ChangeStaff)
  handle(request: ChangeStaffRequest, context: RequestContext): Promise<StaffView> {
    const { staffNumber, name, phone, skills, reason } = request;
    return this.work.inTransaction(async () => {
      const record = await this.register.lock(staffNumber);
      if (!record) throw staffNotFound(staffNumber);
      const now = this.clock.now();
      const corrected = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
      await this.register.save({ ...record, ...corrected, updatedAt: now });
      const told = {
        staffNumber,
        effectiveOn: localDateAt(now),
        state: 'done' as const,
        recordedAt: now,
        recordedBy: context.actor.id,
        settledAt: now,
        settledBy: context.actor.id,
        ...(reason !== undefined && { reason }),
      };
      const fields = Object.keys(corrected);
      // That it changed, not what it was: names and numbers are personal data.
      if (fields.length > 0)
        await this.register.addEvent({ id: randomUUID(), kind: 'corrected', details: { fields }, ...told });
      if (skills) {
        await this.places.skills(skills.map(({ code }) => code));
        await this.register.setSkills(staffNumber, skills);
        const details = { before: record.skills, after: skills };
        await this.register.addEvent({ id: randomUUID(), kind: 'skills', details, ...told });
      }
      return toStaffView((await this.register.find(staffNumber)) as StaffRecord);
    });
  }
}
