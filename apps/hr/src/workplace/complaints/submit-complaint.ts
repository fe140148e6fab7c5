import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type ComplaintText, type RequestContext, STAFF_COMPLAINT_ERRORS } from '@switchyard/contracts';
import { instantAt, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { CentreCalendar } from '../common/centre-calendar';
import { Members } from '../common/members';
import { Reminders } from '../reminders.port';
import { type Complaint, type NewComplaint, StaffComplaints } from './complaints.port';

const RECEIPT_BYTES = 24;

export interface AnonymousReceipt {
  readonly receipt: string;
  readonly dueOn: string;
}

/** A member of staff complains to an office (L141), under their name or without it. */
@Injectable()
export class SubmitComplaint {
  constructor(
    private readonly complaints: StaffComplaints,
    private readonly members: Members,
    private readonly staff: StaffDirectory,
    private readonly calendar: CentreCalendar,
    private readonly policies: Policies,
    private readonly reminders: Reminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `workplace.not-staff`, `staff-complaint.office-empty` */
  async named(text: ComplaintText, context: RequestContext): Promise<Complaint> {
    const { staffNumber } = await this.members.acting(context);
    const complaint = { ...(await this.complaintOf(text)), staffNumber };
    await this.keep(complaint, text.text);
    return { ...complaint, state: 'open' };
  }

  /**
   * Nothing is kept of who sent it, and of the time the day alone. The receipt is the one way back to it.
   * @throws DomainError `workplace.not-staff`, `staff-complaint.office-empty`
   */
  async anonymous(text: ComplaintText, context: RequestContext): Promise<AnonymousReceipt> {
    await this.members.acting(context);
    const receipt = randomBytes(RECEIPT_BYTES).toString('base64url');
    const complaint = await this.complaintOf(text);
    const submittedAt = dayOf(complaint.submittedAt);
    await this.keep({ ...complaint, submittedAt, receiptHash: hashOf(receipt) }, text.text);
    return { receipt, dueOn: complaint.dueOn };
  }

  private async complaintOf({ office, subject }: ComplaintText): Promise<NewComplaint> {
    const submittedAt = this.clock.now();
    const { answerWorkingDays } = (await this.policies.inForce('workplace', submittedAt)).complaints;
    const dueOn = await this.calendar.after(localDateAt(submittedAt), answerWorkingDays);
    return { id: randomUUID(), office, subject, submittedAt, dueOn };
  }

  private async keep(complaint: NewComplaint, text: string): Promise<void> {
    const { id, office, staffNumber, submittedAt } = complaint;
    const holders = await this.staff.list({ roleKind: office, status: 'active' });
    if (holders.length === 0) {
      throw new DomainError(
        STAFF_COMPLAINT_ERRORS.officeEmpty,
        `Nobody holds the office ${office} now, so that nobody could read it; choose another.`,
        { field: 'office' },
      );
    }
    const reminders = holders.map((holder) => ({
      staffNumber: holder.staffNumber,
      kind: 'staff-complaint',
      titleZh: `有一件员工投诉待答复，期限 ${complaint.dueOn}`,
      titleEn: `A complaint of the staff is to be answered until ${complaint.dueOn}`,
      link: `/staff-complaints/${id}`,
      onceKey: `staff-complaint ${id} ${holder.staffNumber}`,
    }));
    await this.work.inTransaction(async () => {
      await this.complaints.add(complaint);
      await this.complaints.write(id, { side: 'complainant', text, at: submittedAt }, staffNumber);
      // The very moment would tell more than the day.
      await this.reminders.add(reminders, submittedAt);
    });
  }
}

/** The day's begin in China. */
export const dayOf = (at: Date): Date => instantAt(localDateAt(at), 0);

export const hashOf = (receipt: string): string => createHash('sha256').update(receipt).digest('hex');
