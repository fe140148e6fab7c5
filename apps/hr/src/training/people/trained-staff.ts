import { Injectable } from '@nestjs/common';
import { COMMON_ERRORS, type RequestContext, STAFF_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { StaffDirectory, type StaffMember } from '../../staff/staff-directory.port';

/** Programs and the system have other ids. */
const ACCOUNT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whose training somebody may see and change (§1: least privilege). */
@Injectable()
export class TrainedStaff {
  constructor(private readonly directory: StaffDirectory) {}

  /** The member of staff who asks. @throws DomainError `staff.not-found` when the account belongs to none */
  async own({ actor }: RequestContext): Promise<StaffMember> {
    const own = ACCOUNT_ID.test(actor.id) ? await this.directory.ofAccount(actor.id) : undefined;
    if (own) return own;
    throw new DomainError(
      STAFF_ERRORS.notFound,
      'Your sign-in account belongs to no member of staff; ask HR to link it.',
      { accountId: actor.id },
    );
  }

  /** Staff number of who asks; undefined when the account belongs to none. */
  async ownNumber({ actor }: RequestContext): Promise<string | undefined> {
    const own = ACCOUNT_ID.test(actor.id) ? await this.directory.ofAccount(actor.id) : undefined;
    return own?.staffNumber;
  }

  /** @throws DomainError `staff.not-found` */
  async find(staffNumber: string): Promise<StaffMember> {
    const member = await this.directory.find(staffNumber);
    if (!member) throw unknownStaff([staffNumber]);
    return member;
  }

  /** @throws DomainError `staff.not-found` naming every number that is nobody's */
  async assertKnown(staffNumbers: readonly string[]): Promise<void> {
    if (staffNumbers.length === 0) return;
    const known = new Set((await this.directory.list({ staffNumbers })).map((member) => member.staffNumber));
    const unknown = staffNumbers.filter((staffNumber) => !known.has(staffNumber));
    if (unknown.length > 0) throw unknownStaff(unknown);
  }

  /**
   * Who is meant: oneself unless another is named, for which `permission` is needed.
   * @throws DomainError `staff.not-found`, `access.forbidden`
   */
  async meant(
    staffNumber: string | undefined,
    permission: 'training:read' | 'training:write',
    context: RequestContext,
  ): Promise<StaffMember> {
    if (staffNumber === undefined) return this.own(context);
    const member = await this.find(staffNumber);
    if (member.accountId !== undefined && member.accountId === context.actor.id) return member;
    if (!mayEverything(context) && !context.actor.permissions.includes(permission))
      throw notYours(staffNumber);
    const seen = await this.seenBy(context);
    if (seen && !seen.includes(staffNumber)) throw notYours(staffNumber);
    return member;
  }

  /** Staff numbers of those alone whom a group leader sees; undefined for all. */
  async seenBy(context: RequestContext): Promise<readonly string[] | undefined> {
    const { actor } = context;
    if (mayEverything(context) || actor.permissions.includes('training:write')) return undefined;
    const own = ACCOUNT_ID.test(actor.id) ? await this.directory.ofAccount(actor.id) : undefined;
    if (own?.roleKind !== 'group-leader') return undefined;
    const everybody = await this.directory.list({ departmentCode: own.departmentCode });
    const led = everybody.filter(({ leaderNumber }) => leaderNumber === own.staffNumber);
    return [own.staffNumber, ...led.map(({ staffNumber }) => staffNumber)];
  }

  /** Names by staff number. */
  async names(staffNumbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known =
      staffNumbers.length === 0
        ? []
        : await this.directory.list({ staffNumbers: [...new Set(staffNumbers)] });
    return new Map(known.map(({ staffNumber, name }) => [staffNumber, name]));
  }
}

const mayEverything = ({ actor }: RequestContext): boolean => actor.roles.includes('system');

const unknownStaff = (staffNumbers: readonly string[]): DomainError =>
  new DomainError(
    STAFF_ERRORS.notFound,
    `There is no member of staff ${staffNumbers.slice(0, 20).join(', ')}; see GET /api/v1/staff.`,
    { field: 'staffNumber', staffNumbers: staffNumbers.slice(0, 100) },
  );

const notYours = (staffNumber: string): DomainError =>
  new DomainError(COMMON_ERRORS.forbidden, `The training of ${staffNumber} is not yours to see or change.`, {
    field: 'staffNumber',
    staffNumber,
  });
