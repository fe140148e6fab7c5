import { Injectable } from '@nestjs/common';
import { ATTENDANCE_ERRORS, COMMON_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { StaffDirectory, type StaffMember } from '../../staff/staff-directory.port';

/** Programs and the system have other ids. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whose things a list shows: one person's, or those of groups; nothing given: everybody's. */
export interface PeopleFilter {
  readonly staffNumber?: string;
  readonly departmentCode?: string;
  readonly groupCode?: string;
  /** Groups that alone may be seen. */
  readonly groupCodes?: readonly string[];
}

export interface PeopleAsked {
  readonly staffNumber?: string;
  readonly departmentCode?: string;
  readonly groupCode?: string;
  readonly own?: boolean;
}

/** Who asks, and of whom they may see and decide things: a group leader of the groups led (§1). */
@Injectable()
export class People {
  constructor(private readonly staff: StaffDirectory) {}

  /** @throws DomainError `attendance.account-is-no-staff` */
  async self({ actor }: RequestContext): Promise<StaffMember> {
    const own = await this.ofAccount(actor.id);
    if (own) return own;
    throw new DomainError(
      ATTENDANCE_ERRORS.noStaff,
      'This sign-in account belongs to no member of staff; whoever keeps the staff file can link it.',
    );
  }

  async ofAccount(accountId: string): Promise<StaffMember | undefined> {
    return UUID.test(accountId) ? this.staff.ofAccount(accountId) : undefined;
  }

  /** The filter of a list as the caller may have it. @throws as `self` when one's own is asked for */
  async filterOf({ own, ...asked }: PeopleAsked, context: RequestContext): Promise<PeopleFilter> {
    if (own === true) return { staffNumber: (await this.self(context)).staffNumber };
    const groupCodes = await this.groupsOf(context);
    return { ...asked, ...(groupCodes && { groupCodes }) };
  }

  /**
   * Somebody of whom the caller may decide something.
   * @throws DomainError `attendance-staff.not-found`, `attendance.own-matter` for oneself
   */
  async another(staffNumber: string, context: RequestContext): Promise<StaffMember> {
    const member = await this.inSight(staffNumber, context);
    if (member.accountId === undefined || member.accountId !== context.actor.id) return member;
    throw new DomainError(
      ATTENDANCE_ERRORS.ownMatter,
      'Nobody decides about themselves; ask another leader to do it.',
      { field: 'staffNumber', staffNumber },
    );
  }

  /** Somebody whom the caller may see, themself included. @throws DomainError `attendance-staff.not-found` */
  async inSight(staffNumber: string, context: RequestContext): Promise<StaffMember> {
    const member = await this.seen(staffNumber, context);
    if (member) return member;
    throw new DomainError(
      ATTENDANCE_ERRORS.staffNotFound,
      `There is no member of staff ${staffNumber} whom you may see.`,
      { field: 'staffNumber', staffNumber },
    );
  }

  /** @throws DomainError `access.forbidden` for a group leader: it concerns everybody */
  async assertOfAll(context: RequestContext): Promise<void> {
    if ((await this.groupsOf(context)) === undefined) return;
    throw new DomainError(
      COMMON_ERRORS.forbidden,
      'This concerns everybody: a shift leader, head or HR does it, not a group leader.',
    );
  }

  async maySee(staffNumber: string, context: RequestContext): Promise<boolean> {
    return (await this.seen(staffNumber, context)) !== undefined;
  }

  private async seen(staffNumber: string, context: RequestContext): Promise<StaffMember | undefined> {
    const member = await this.staff.find(staffNumber);
    const groups = await this.groupsOf(context);
    const isOwn = member?.accountId !== undefined && member.accountId === context.actor.id;
    return isOwn || groups === undefined || groups.includes(member?.groupCode ?? '') ? member : undefined;
  }

  private async groupsOf({ actor }: RequestContext): Promise<readonly string[] | undefined> {
    const own = await this.ofAccount(actor.id);
    if (own?.roleKind !== 'group-leader') return undefined;
    const groups = await this.staff.groups();
    return groups.filter(({ leaderNumber }) => leaderNumber === own.staffNumber).map(({ code }) => code);
  }
}
