import { Injectable } from '@nestjs/common';
import { type RequestContext, WORKPLACE_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { StaffDirectory, type StaffMember } from '../../staff/staff-directory.port';

/** Who acts, and whom something is about. */
@Injectable()
export class Members {
  constructor(private readonly staff: StaffDirectory) {}

  /** The member of staff who asks. @throws DomainError `workplace.not-staff` */
  async acting({ actor }: RequestContext): Promise<StaffMember> {
    const member = UUID.test(actor.id) ? await this.staff.ofAccount(actor.id) : undefined;
    if (member?.status === 'active') return member;
    throw new DomainError(
      WORKPLACE_ERRORS.notStaff,
      'Your sign-in account belongs to nobody who works here now; ask an administrator to link it.',
    );
  }

  /** Staff number of who asks, or the account where none belongs to it: for records of administration. */
  async nameOf({ actor }: RequestContext): Promise<string> {
    const member = UUID.test(actor.id) ? await this.staff.ofAccount(actor.id) : undefined;
    return member?.staffNumber ?? actor.id;
  }

  /** Somebody who works here. @throws DomainError `workplace.unknown-staff` */
  async known(staffNumber: string, field = 'staffNumber'): Promise<StaffMember> {
    const [member] = await this.allKnown([staffNumber], field);
    if (!member) throw new Error('somebody known is missing');
    return member;
  }

  /** The same of several. @throws DomainError `workplace.unknown-staff` */
  async allKnown(staffNumbers: readonly string[], field: string): Promise<readonly StaffMember[]> {
    const found = staffNumbers.length === 0 ? [] : await this.staff.list({ staffNumbers });
    const here = found.filter(({ status }) => status !== 'left');
    const missing = staffNumbers.filter((number) => !here.some(({ staffNumber }) => staffNumber === number));
    if (missing.length === 0) return here;
    throw new DomainError(
      WORKPLACE_ERRORS.unknownStaff,
      `Nobody who works here has the staff number ${missing.join(', ')}; correct ${field}.`,
      { field, staffNumbers: missing },
    );
  }

  /** Everybody who works here now. */
  active(): Promise<readonly StaffMember[]> {
    return this.staff.list({ status: 'active' });
  }
}

/** Accounts are uuids; what acts by itself is called `system:…`. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
