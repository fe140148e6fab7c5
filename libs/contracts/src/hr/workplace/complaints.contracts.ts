import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFlag,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { OptionalStaffNumber } from '../staff/staff-fields';
import { WORKPLACE_ERRORS } from './members';

/** Who a complaint is addressed to: the holders of posts of this kind, and nobody else, read it. */
export const COMPLAINT_OFFICES = ['hr', 'head', 'director'] as const;
export type ComplaintOffice = (typeof COMPLAINT_OFFICES)[number];

export const STAFF_COMPLAINT_STATES = ['open', 'answered', 'closed'] as const;
export type StaffComplaintState = (typeof STAFF_COMPLAINT_STATES)[number];

export const STAFF_COMPLAINT_ERRORS = {
  /** It is not there, or not for who asks: the two are not told apart. */
  notFound: 'staff-complaint.not-found',
  /** It is closed; another complaint may follow. */
  closed: 'staff-complaint.already-closed',
  /** Nobody of that office works here, so that nobody could read it. */
  officeEmpty: 'staff-complaint.office-empty',
} as const;

export class ComplaintText {
  @OneOf('Who is to read it', COMPLAINT_OFFICES)
  office: ComplaintOffice;

  @RequiredText('Heading', 200)
  subject: string;

  @RequiredText('What it is about', 10_000)
  text: string;
}

export class ComplaintMessage {
  @OneOf('Who wrote', ['complainant', 'office'])
  side: 'complainant' | 'office';

  @RequiredText('What', 10_000)
  text: string;

  @Instant('When; of an anonymous complainant the day alone')
  at: string;
}

export class StaffComplaintSummary {
  @Id('Id of the complaint')
  complaintId: string;

  @OneOf('Whom it is addressed to', COMPLAINT_OFFICES)
  office: ComplaintOffice;

  @Flag('Whether it came without a name')
  anonymous: boolean;

  @OptionalStaffNumber('Whose it is; absent where it came without a name')
  staffNumber?: string;

  @RequiredText('Heading', 200)
  subject: string;

  @OneOf('Where it stands', STAFF_COMPLAINT_STATES)
  state: StaffComplaintState;

  @Instant('When it came; of an anonymous one the day alone')
  submittedAt: string;

  @Day('Until when it is to be answered (policy workplace)')
  dueOn: string;

  @Flag('Past that day without an answer')
  overdue: boolean;
}

export class StaffComplaintView extends StaffComplaintSummary {
  @ListOf('What was written, in order', () => ComplaintMessage)
  messages: ComplaintMessage[];
}

/** Under one's own name. */
export const SubmitComplaint = operation({
  subject: 'hr.command.submit-staff-complaint.v1',
  request: ComplaintText,
  reply: StaffComplaintView,
  errors: [WORKPLACE_ERRORS.notStaff, STAFF_COMPLAINT_ERRORS.officeEmpty],
});

export class AnonymousComplaintReceipt {
  @RequiredText('The only way back to it: told once, kept nowhere. Whoever has it reads the answers', 100)
  receipt: string;

  @Day('Until when it is to be answered')
  dueOn: string;
}

/** Without a name: nothing is stored of who sent it. */
export const SubmitAnonymousComplaint = operation({
  subject: 'hr.command.submit-anonymous-staff-complaint.v1',
  request: ComplaintText,
  reply: AnonymousComplaintReceipt,
  errors: [WORKPLACE_ERRORS.notStaff, STAFF_COMPLAINT_ERRORS.officeEmpty],
});

export class ComplaintReceipt {
  @RequiredText('Receipt of the anonymous complaint', 100)
  receipt: string;
}

export const GetAnonymousComplaint = operation({
  subject: 'hr.query.anonymous-staff-complaint.v1',
  request: ComplaintReceipt,
  reply: StaffComplaintView,
  errors: [STAFF_COMPLAINT_ERRORS.notFound],
});

export class WriteByReceiptRequest extends ComplaintReceipt {
  @RequiredText('What', 10_000)
  text: string;
}

export const WriteToAnonymousComplaint = operation({
  subject: 'hr.command.write-to-anonymous-staff-complaint.v1',
  request: WriteByReceiptRequest,
  reply: StaffComplaintView,
  errors: [STAFF_COMPLAINT_ERRORS.notFound, STAFF_COMPLAINT_ERRORS.closed],
});

export class ComplaintReference {
  @Id('Id of the complaint')
  complaintId: string;
}

/** For the office that it is addressed to and for whose it is. */
export const GetComplaint = operation({
  subject: 'hr.query.staff-complaint.v1',
  request: ComplaintReference,
  reply: StaffComplaintView,
  errors: [STAFF_COMPLAINT_ERRORS.notFound, WORKPLACE_ERRORS.notStaff],
});

export class ComplaintWords {
  @RequiredText('What', 10_000)
  text: string;

  @OptionalFlag('By the office: this settles it; by whose it is: they withdraw it')
  close?: boolean;
}

export class WriteToComplaintRequest extends ComplaintWords {
  @Id('Id of the complaint')
  complaintId: string;
}

export const WriteToComplaint = operation({
  subject: 'hr.command.write-to-staff-complaint.v1',
  request: WriteToComplaintRequest,
  reply: StaffComplaintView,
  errors: [STAFF_COMPLAINT_ERRORS.notFound, STAFF_COMPLAINT_ERRORS.closed, WORKPLACE_ERRORS.notStaff],
});

export class ListComplaintsRequest extends OrderedPageRequest {
  @OptionalOneOf('Only in this state', STAFF_COMPLAINT_STATES)
  state?: StaffComplaintState;

  @OptionalFlag('Only those past their day without an answer, or others')
  overdue?: boolean;

  @OptionalText('Only with this in their heading', 100)
  words?: string;
}

export class StaffComplaintPage extends PageOf(StaffComplaintSummary) {}

/** Those that are addressed to the office of who asks. */
export const ListOfficeComplaints = operation({
  subject: 'hr.query.office-staff-complaints.v1',
  request: ListComplaintsRequest,
  reply: StaffComplaintPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});

export const ListOwnComplaints = operation({
  subject: 'hr.query.own-staff-complaints.v1',
  request: ListComplaintsRequest,
  reply: StaffComplaintPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});
