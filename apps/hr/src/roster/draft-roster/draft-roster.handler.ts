import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  DraftRoster,
  DraftRosterRequest,
  type RequestContext,
  ROSTER_ERRORS,
  type RosterView,
  STAFF_ERRORS,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { OrganisationStore } from '../../staff/organisation-store.port';
import { firstDayOf } from '../month';
import { toRosterView } from '../roster-views';
import { Rosters } from '../rosters.port';

/** The shift leader begins a month (C28); one roster per month and department. */
@Controller()
export class DraftRosterHandler {
  constructor(
    private readonly rosters: Rosters,
    private readonly organisation: OrganisationStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `roster.already-drafted`, `staff.unknown-place` */
  @Handles(DraftRoster)
  async handle(request: DraftRosterRequest, { actor }: RequestContext): Promise<RosterView> {
    const { month, departmentCode, name = [month, departmentCode].filter(Boolean).join(' ') } = request;
    if (departmentCode !== undefined) await this.assertInUse(departmentCode);
    const roster = {
      id: randomUUID(),
      month: firstDayOf(month),
      name,
      state: 'draft' as const,
      revision: 1,
      version: 0,
      draftedAt: this.clock.now(),
      draftedBy: actor.id,
      ...(departmentCode && { departmentCode }),
    };
    if (await this.rosters.add(roster)) return toRosterView({ ...roster, shifts: 0 });
    throw new DomainError(
      ROSTER_ERRORS.alreadyDrafted,
      `There is a roster of ${month} for ${departmentCode ?? 'the whole centre'}; save into it, or discard it first.`,
      { field: 'month' },
    );
  }

  /** A roster of a department that is not there would have nobody in it, and nobody would see why. */
  private async assertInUse(departmentCode: string): Promise<void> {
    if ((await this.organisation.department(departmentCode))?.active === true) return;
    throw new DomainError(
      STAFF_ERRORS.unknownPlace,
      `There is no department ${departmentCode} in use; GET /api/v1/organisation lists them.`,
      { field: 'departmentCode', departmentCode },
    );
  }
}
