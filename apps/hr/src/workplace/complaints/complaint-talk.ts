import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, STAFF_COMPLAINT_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import type { StaffMember } from '../../staff/staff-directory.port';
import { Members } from '../common/members';
import { type Complaint, type ComplaintSide, StaffComplaints } from './complaints.port';
import { dayOf, hashOf } from './submit-complaint';

/** Who reads a complaint and writes to it: the office that it is addressed to, and whose it is. To anybody else it is not there. */
@Injectable()
export class ComplaintTalk {
  constructor(
    private readonly complaints: StaffComplaints,
    private readonly members: Members,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `staff-complaint.not-found`, `workplace.not-staff` */
  async read(id: string, context: RequestContext): Promise<Complaint> {
    const member = await this.members.acting(context);
    const complaint = await this.complaints.find(id);
    if (!complaint || !sideOf(complaint, member)) throw complaintNotFound();
    return complaint;
  }

  /** @throws DomainError `staff-complaint.not-found` */
  async readByReceipt(receipt: string): Promise<Complaint> {
    const complaint = await this.complaints.findByReceipt(hashOf(receipt));
    if (!complaint) throw complaintNotFound();
    return complaint;
  }

  /**
   * An answer of the office, with `close` the last; a word more of the complainant, with `close` taken back.
   * @throws DomainError `staff-complaint.not-found`, `staff-complaint.already-closed`, `workplace.not-staff`
   */
  async write(id: string, text: string, close: boolean, context: RequestContext): Promise<Complaint> {
    const member = await this.members.acting(context);
    return this.add(id, text, close, member);
  }

  /** @throws DomainError `staff-complaint.not-found`, `staff-complaint.already-closed` */
  async writeByReceipt(receipt: string, text: string): Promise<Complaint> {
    const { id } = await this.readByReceipt(receipt);
    return this.add(id, text, false, undefined);
  }

  private add(id: string, text: string, close: boolean, member: StaffMember | undefined): Promise<Complaint> {
    return this.work.inTransaction(async () => {
      const complaint = await this.complaints.lock(id);
      const side: ComplaintSide | undefined =
        complaint && (member ? sideOf(complaint, member) : 'complainant');
      if (!complaint || !side) throw complaintNotFound();
      if (complaint.state === 'closed') {
        throw new DomainError(STAFF_COMPLAINT_ERRORS.closed, 'The complaint is closed; another may follow.', {
          complaintId: id,
        });
      }
      const now = this.clock.now();
      const at = member ? now : dayOf(now);
      await this.complaints.write(id, { side, text, at }, member?.staffNumber);
      const state = close ? 'closed' : side === 'office' ? 'answered' : complaint.state;
      if (state !== complaint.state) await this.complaints.move(id, state, at);
      return { ...complaint, state };
    });
  }
}

function sideOf(complaint: Complaint, member: StaffMember): ComplaintSide | undefined {
  if (complaint.staffNumber === member.staffNumber) return 'complainant';
  return complaint.office === member.roleKind ? 'office' : undefined;
}

const complaintNotFound = (): DomainError =>
  new DomainError(STAFF_COMPLAINT_ERRORS.notFound, 'There is no such complaint, or it is not for you.');
