import { Controller, Inject } from '@nestjs/common';
import {
  type AnonymousComplaintReceipt,
  ComplaintReceipt,
  ComplaintReference,
  ComplaintText,
  GetAnonymousComplaint,
  GetComplaint,
  ListComplaintsRequest,
  ListOfficeComplaints,
  ListOwnComplaints,
  type RequestContext,
  type StaffComplaintPage,
  type StaffComplaintView,
  SubmitAnonymousComplaint,
  SubmitComplaint as SubmitComplaintOperation,
  WriteByReceiptRequest,
  WriteToAnonymousComplaint,
  WriteToComplaint,
  WriteToComplaintRequest,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { ComplaintTalk } from './complaint-talk';
import { toComplaintSummary, toComplaintView } from './complaint-view';
import { type Complaint, type ComplaintFilter, StaffComplaints } from './complaints.port';
import { SubmitComplaint } from './submit-complaint';

@Controller()
export class ComplaintsHandler {
  constructor(
    private readonly complaints: StaffComplaints,
    private readonly submitting: SubmitComplaint,
    private readonly talk: ComplaintTalk,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SubmitComplaintOperation)
  async submit(request: ComplaintText, context: RequestContext): Promise<StaffComplaintView> {
    return this.view(await this.submitting.named(request, context));
  }

  @Handles(SubmitAnonymousComplaint)
  submitAnonymously(request: ComplaintText, context: RequestContext): Promise<AnonymousComplaintReceipt> {
    return this.submitting.anonymous(request, context);
  }

  @Handles(GetComplaint)
  async get({ complaintId }: ComplaintReference, context: RequestContext): Promise<StaffComplaintView> {
    return this.view(await this.talk.read(complaintId, context));
  }

  @Handles(GetAnonymousComplaint)
  async getByReceipt({ receipt }: ComplaintReceipt): Promise<StaffComplaintView> {
    return this.view(await this.talk.readByReceipt(receipt));
  }

  @Handles(WriteToComplaint)
  async write(request: WriteToComplaintRequest, context: RequestContext): Promise<StaffComplaintView> {
    const { complaintId, text, close = false } = request;
    return this.view(await this.talk.write(complaintId, text, close, context));
  }

  @Handles(WriteToAnonymousComplaint)
  async writeByReceipt({ receipt, text }: WriteByReceiptRequest): Promise<StaffComplaintView> {
    return this.view(await this.talk.writeByReceipt(receipt, text));
  }

  @Handles(ListOfficeComplaints)
  async ofOffice(request: ListComplaintsRequest, context: RequestContext): Promise<StaffComplaintPage> {
    const { roleKind } = await this.members.acting(context);
    if (roleKind !== 'hr' && roleKind !== 'head' && roleKind !== 'director') return { items: [] };
    return this.page(request, { office: roleKind });
  }

  @Handles(ListOwnComplaints)
  async own(request: ListComplaintsRequest, context: RequestContext): Promise<StaffComplaintPage> {
    const { staffNumber } = await this.members.acting(context);
    return this.page(request, { staffNumber });
  }

  private async page(
    { limit, cursor, order, ...filter }: ListComplaintsRequest,
    whose: ComplaintFilter,
  ): Promise<StaffComplaintPage> {
    const now = this.clock.now();
    const options = { limit, cursor, order };
    const page = await this.complaints.list({ ...filter, ...whose }, localDateAt(now), options);
    return { ...page, items: page.items.map((complaint) => toComplaintSummary(complaint, now)) };
  }

  private async view(complaint: Complaint): Promise<StaffComplaintView> {
    return toComplaintView(complaint, await this.complaints.messagesOf(complaint.id), this.clock.now());
  }
}
