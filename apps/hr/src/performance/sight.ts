import { Injectable } from '@nestjs/common';
import { COMMON_ERRORS, PERFORMANCE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { StaffDirectory, type StaffMember } from '../staff/staff-directory.port';

/** Programs and the system have other ids. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whose performance somebody sees: a group leader's is that of the groups led, everybody else's who may read it all (§1). */
@Injectable()
export class PerformanceSight {
  constructor(private readonly staff: StaffDirectory) {}

  /** Codes of the groups that alone are seen; undefined for all. */
  async groupsOf({ actor }: RequestContext): Promise<readonly string[] | undefined> {
    const own = await this.ofAccount(actor.id);
    if (own?.roleKind !== 'group-leader') return undefined;
    const groups = await this.staff.groups();
    return groups.flatMap(({ code, leaderNumber }) => (leaderNumber === own.staffNumber ? [code] : []));
  }

  /** @throws DomainError `staff.not-found`, `access.forbidden` for somebody out of sight */
  async member(staffNumber: string, context: RequestContext): Promise<StaffMember> {
    const member = await this.staff.find(staffNumber);
    if (!member) {
      throw new DomainError(
        PERFORMANCE_ERRORS.staffNotFound,
        `No member of staff has the number ${staffNumber}.`,
        {
          field: 'staffNumber',
        },
      );
    }
    const groups = await this.groupsOf(context);
    if (groups === undefined || groups.includes(member.groupCode ?? '')) return member;
    throw new DomainError(COMMON_ERRORS.forbidden, `${staffNumber} is not in a group that you lead.`);
  }

  /** Whoever asks. @throws DomainError `performance.not-staff` */
  async own({ actor }: RequestContext): Promise<StaffMember> {
    const own = await this.ofAccount(actor.id);
    if (own) return own;
    throw new DomainError(
      PERFORMANCE_ERRORS.notStaff,
      'Your sign-in account belongs to no member of staff; an admin links it.',
      { accountId: actor.id },
    );
  }

  /** Nobody acts for themselves. @throws DomainError `performance.own-matter` */
  async assertAnother(staffNumber: string, context: RequestContext, message: string): Promise<void> {
    const own = await this.ofAccount(context.actor.id);
    if (own?.staffNumber === staffNumber)
      throw new DomainError(PERFORMANCE_ERRORS.ownMatter, message, { staffNumber });
  }

  async ofAccount(accountId: string): Promise<StaffMember | undefined> {
    return UUID.test(accountId) ? this.staff.ofAccount(accountId) : undefined;
  }
}
