import type { StaffComplaintSummary, StaffComplaintView } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import type { Complaint, ComplaintMessage } from './complaints.port';

export function toComplaintSummary(complaint: Complaint, now: Date): StaffComplaintSummary {
  const { id, submittedAt, ...facts } = complaint;
  return {
    ...facts,
    complaintId: id,
    anonymous: complaint.staffNumber === undefined,
    submittedAt: submittedAt.toISOString(),
    overdue: complaint.state === 'open' && complaint.dueOn < localDateAt(now),
  };
}

export function toComplaintView(
  complaint: Complaint,
  messages: readonly ComplaintMessage[],
  now: Date,
): StaffComplaintView {
  return {
    ...toComplaintSummary(complaint, now),
    messages: messages.map(({ side, text, at }) => ({ side, text, at: at.toISOString() })),
  };
}
