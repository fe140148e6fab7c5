import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { type StaffRecord, StaffRegister } from '../staff-register.port';

/** Whom somebody sees: a group leader the groups led and themselves, everybody else who may read staff all (§1). */
@Injectable()
export class StaffSight {
  constructor(private readonly register: StaffRegister) {}

  /** Codes of the groups that alone are seen; undefined for all. */
  async groupsOf({ actor }: RequestContext): Promise<readonly string[] | undefined> {
    const own = await this.own(actor.id);
    return own?.roleKind === 'group-leader' ? this.register.groupsLedBy(own.staffNumber) : undefined;
  }

  async mayRead(record: StaffRecord, context: RequestContext): Promise<boolean> {
    if (record.accountId !== undefined && record.accountId === context.actor.id) return true;
    const groups = await this.groupsOf(context);
    return groups === undefined || (record.groupCode !== undefined && groups.includes(record.groupCode));
  }

  own(actorId: string): Promise<StaffRecord | undefined> {
    return this.register.ofAccount(actorId);
  }
}
