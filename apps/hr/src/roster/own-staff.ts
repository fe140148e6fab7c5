import { Injectable } from '@nestjs/common';
import { type RequestContext, ROSTER_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { StaffDirectory, type StaffMember } from '../staff/staff-directory.port';

/** Programs and the system have other ids. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The member of staff who asks, by their sign-in account: nobody acts for another by naming a number. */
@Injectable()
export class OwnStaff {
  constructor(private readonly staff: StaffDirectory) {}

  /** @throws DomainError `roster.not-staff` */
  async of({ actor }: RequestContext): Promise<StaffMember> {
    const own = UUID.test(actor.id) ? await this.staff.ofAccount(actor.id) : undefined;
    if (own) return own;
    throw new DomainError(
      ROSTER_ERRORS.noStaff,
      'This sign-in account belongs to no member of staff; whoever keeps the staff file can link it.',
    );
  }
}
