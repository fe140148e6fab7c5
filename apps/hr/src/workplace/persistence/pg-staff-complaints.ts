import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { listRows, type PageOptions, type RowPage } from '../common/list-rows';
import {
  type Complaint,
  type ComplaintFilter,
  type ComplaintMessage,
  type ComplaintState,
  type NewComplaint,
  StaffComplaints,
} from '../complaints/complaints.port';

const COMPLAINT = `id, office, staff_number as "staffNumber", subject, state, submitted_at as "submittedAt",
  due_on::text as "dueOn"`;

@Injectable()
export class PgStaffComplaints extends StaffComplaints {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(complaint: NewComplaint): Promise<void> {
    const { id, office, staffNumber, receiptHash, subject, submittedAt, dueOn } = complaint;
    await this.work.execute(
      `insert into staff_complaint (id, office, staff_number, receipt_hash, subject, state, submitted_at, due_on)
       values ($1, $2, $3, $4, $5, 'open', $6, $7)`,
      [id, office, staffNumber, receiptHash, subject, submittedAt, dueOn],
    );
  }

  find(id: string): Promise<Complaint | undefined> {
    return this.one('where id = $1', [id]);
  }

  findByReceipt(receiptHash: string): Promise<Complaint | undefined> {
    return this.one('where receipt_hash = $1', [receiptHash]);
  }

  lock(id: string): Promise<Complaint | undefined> {
    return this.one('where id = $1 for update', [id]);
  }

  async write(id: string, { side, text, at }: ComplaintMessage, byStaff: string | undefined): Promise<void> {
    await this.work.execute(
      `insert into staff_complaint_message (complaint_id, side, text, at, by_staff) values ($1, $2, $3, $4, $5)`,
      [id, side, text, at, byStaff],
    );
  }

  async move(id: string, state: ComplaintState, at: Date): Promise<void> {
    await this.work.execute(
      `update staff_complaint set state = $2,
         answered_at = case when $2 = 'answered' then coalesce(answered_at, $3) else answered_at end,
         closed_at = case when $2 = 'closed' then $3 end
       where id = $1`,
      [id, state, at],
    );
  }

  messagesOf(id: string): Promise<readonly ComplaintMessage[]> {
    return this.work.query<ComplaintMessage>(
      `select side, text, at from staff_complaint_message where complaint_id = $1 order by id`,
      [id],
    );
  }

  async list(
    { office, staffNumber, state, overdue, words }: ComplaintFilter,
    today: LocalDate,
    options: PageOptions,
  ): Promise<RowPage<Complaint>> {
    const late = `state = 'open' and due_on < ?::date`;
    const page = await listRows<Nullable<Complaint>>(
      this.work,
      {
        columns: COMPLAINT,
        from: 'staff_complaint',
        at: 'submitted_at',
        id: 'id',
        where: [
          ['office = ?', office],
          ['staff_number = ?', staffNumber],
          ['state = ?', state],
          [overdue === false ? `not (${late})` : late, overdue === undefined ? undefined : today],
          ['strpos(lower(subject), lower(?)) > 0', words],
        ],
      },
      options,
    );
    return { ...page, items: page.items.map((row) => withoutNulls<Complaint>(row)) };
  }

  async due(today: LocalDate): Promise<readonly Complaint[]> {
    const rows = await this.work.query<Nullable<Complaint>>(
      `select ${COMPLAINT} from staff_complaint where state = 'open' and due_on <= $1 order by due_on, id`,
      [today],
    );
    return rows.map((row) => withoutNulls<Complaint>(row));
  }

  private async one(where: string, parameters: readonly unknown[]): Promise<Complaint | undefined> {
    const [row] = await this.work.query<Nullable<Complaint>>(
      `select ${COMPLAINT} from staff_complaint ${where}`,
      parameters,
    );
    return row && withoutNulls<Complaint>(row);
  }
}
