import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { KnownPayments, type RecordedPayment } from '../know-payments/known-payments.port';

@Injectable()
export class PgKnownPayments extends KnownPayments {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async add({ id, accountNo, amountFen, billMonth, paidAt }: RecordedPayment): Promise<void> {
    await this.unitOfWork.query(
      `insert into payment (id, account_no, amount_fen, bill_month, paid_at) values ($1, $2, $3, $4, $5)
       on conflict (id) do nothing`,
      [id, accountNo, amountFen, billMonth, paidAt],
    );
  }

  async hasArrived(paymentId: string): Promise<boolean> {
    const [row] = await this.unitOfWork.query<{ arrived: boolean }>(
      `select exists (select from payment where id = $1::text::uuid)
         or exists (select from inbox where durable = 'ivr-payments' and state in ('waiting', 'dead') and failures > 0
           and strpos(payload, $1::text) > 0) as arrived`,
      [paymentId],
    );
    return row?.arrived ?? false;
  }
}
