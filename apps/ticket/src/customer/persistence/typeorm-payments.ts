import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { MoreThan } from 'typeorm';
import { Payments, type Payment, type PaymentsPage } from '../payments.port';
import { PaymentEntity } from './payment.entity';

@Injectable()
export class TypeOrmPayments extends Payments {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async addOnce(payment: Payment): Promise<{ stored: Payment; isNew: boolean }> {
    await this.work.manager
      .createQueryBuilder()
      .insert()
      .into(PaymentEntity)
      .values({ ...payment, billMonth: payment.billMonth ?? null })
      .orIgnore()
      .execute();
    const { source, reference } = payment;
    const row = await this.work.manager.findOneByOrFail(PaymentEntity, { source, reference });
    return { stored: toPayment(row), isNew: row.id === payment.id };
  }

  async ofAccount(accountNo: string, limit: number, cursor?: string): Promise<PaymentsPage> {
    const query = this.work.manager
      .createQueryBuilder(PaymentEntity, 'payment')
      .where('payment.accountNo = :accountNo', { accountNo })
      .orderBy('payment.paidAt', 'DESC')
      .addOrderBy('payment.id', 'DESC')
      .limit(limit + 1);
    if (cursor !== undefined) {
      const [paidAt, id] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
      query.andWhere('(payment.paidAt, payment.id) < (:paidAt, :id)', { paidAt, id });
    }
    const page = pageOf(await query.getMany(), limit, (row) => [row.paidAt.toISOString(), row.id]);
    return { ...page, items: page.items.map(toPayment) };
  }

  async since(accountNo: string, after: Date): Promise<readonly Payment[]> {
    const rows = await this.work.manager.find(PaymentEntity, {
      where: { accountNo, paidAt: MoreThan(after) },
      order: { paidAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toPayment);
  }

  async newest(recordedUntil: Date): Promise<string | undefined> {
    const [row] = await this.work.query<{ id: string }>(
      'select id from payment where recorded_at <= $1 order by recorded_at desc, id desc limit 1',
      [recordedUntil],
    );
    return row?.id;
  }
}

function toPayment({ billMonth, ...row }: PaymentEntity): Payment {
  return { ...row, ...(billMonth !== null && { billMonth }) };
}
