import { Injectable } from '@nestjs/common';
import { COMMON_ERRORS, QUALITY_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { StaffDirectory, type StaffMember } from '../staff/staff-directory.port';

type Actor = RequestContext['actor'];

/** Whose calls somebody may see: inspectors those of all, leaders of groups those of their groups, and nobody beyond the data scope. */
@Injectable()
export class QualityScope {
  constructor(private readonly staff: StaffDirectory) {}

  /** Codes of the groups; undefined for everybody. */
  async groupsOf(actor: Actor): Promise<readonly string[] | undefined> {
    if (actor.id.startsWith('system:')) return undefined;
    const byScope = !actor.scope.includes('all');
    const leader = actor.permissions.includes('quality:write') ? undefined : await this.leaderOf(actor);
    if (!byScope && !leader) return undefined;
    const groups = await this.staff.groups();
    return groups
      .filter(({ departmentCode }) => !byScope || actor.scope.includes(departmentCode))
      .filter(({ leaderNumber }) => !leader || leaderNumber === leader.staffNumber)
      .map(({ code }) => code);
  }

  /** @throws DomainError `access.forbidden` for what lies outside */
  async assertSees(actor: Actor, groupCode: string | undefined): Promise<void> {
    const groups = await this.groupsOf(actor);
    if (!groups || (groupCode !== undefined && groups.includes(groupCode))) return;
    throw new DomainError(COMMON_ERRORS.forbidden, 'This is of a group that is not yours.', { groupCode });
  }

  /** The staff member who asks. @throws DomainError `quality.account-is-no-staff` */
  async self(actor: Actor): Promise<StaffMember> {
    const member = await this.staff.ofAccount(actor.id);
    if (member) return member;
    throw new DomainError(
      QUALITY_ERRORS.notStaff,
      'Your sign-in account belongs to no staff member; HR links them (staff, account).',
      { accountId: actor.id },
    );
  }

  private async leaderOf(actor: Actor): Promise<StaffMember | undefined> {
    const member = await this.staff.ofAccount(actor.id);
    return member?.roleKind === 'group-leader' ? member : undefined;
  }
}
