import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import type { FindOptionsWhere } from 'typeorm';
import { WorkOrders, type WorkOrder, type WorkOrderFilter, type WorkOrdersPage } from '../work-orders.port';
import { WorkOrderEntity } from './work-order.entity';

@Injectable()
export class TypeOrmWorkOrders extends WorkOrders {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  findByReference(reference: string): Promise<WorkOrder | undefined> {
    return this.findOne({ reference });
  }

  findByQueryCode(queryCode: string): Promise<WorkOrder | undefined> {
    return this.findOne({ queryCode });
  }

  findByNumber(number: string): Promise<WorkOrder | undefined> {
    return this.findOne({ number });
  }

  async nextSerial(day: string): Promise<number> {
    const [row] = await this.work.query<{ last: number }>(
      `insert into work_order_serial (day, last) values ($1, 1)
       on conflict (day) do update set last = work_order_serial.last + 1 returning last`,
      [day],
    );
    if (!row) throw new Error(`no serial for ${day}`);
    return row.last;
  }

  async add(workOrder: WorkOrder): Promise<boolean> {
    const { number, accountNo = null, phone = null, areaCode = null } = workOrder;
    const { applicationKind = null, dueAt = null } = workOrder;
    const attachments = [...workOrder.attachments];
    await this.work.manager
      .createQueryBuilder()
      .insert()
      .into(WorkOrderEntity)
      .values({ ...workOrder, accountNo, phone, areaCode, applicationKind, dueAt, attachments })
      .orIgnore()
      .execute();
    return this.work.manager.existsBy(WorkOrderEntity, { number });
  }

  async list(filter: WorkOrderFilter, limit: number, cursor?: string): Promise<WorkOrdersPage> {
    const query = this.work.manager
      .createQueryBuilder(WorkOrderEntity, 'workOrder')
      .where(withoutUndefined(filter))
      .orderBy('workOrder.openedAt', 'DESC')
      .addOrderBy('workOrder.number', 'DESC')
      .limit(limit + 1);
    if (cursor !== undefined) {
      const [openedAt, number] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.text);
      query.andWhere('(workOrder.openedAt, workOrder.number) < (:openedAt, :number)', { openedAt, number });
    }
    const page = pageOf(await query.getMany(), limit, (row) => [row.openedAt.toISOString(), row.number]);
    return { ...page, items: page.items.map(toWorkOrder) };
  }

  private async findOne(where: FindOptionsWhere<WorkOrderEntity>): Promise<WorkOrder | undefined> {
    const row = await this.work.manager.findOneBy(WorkOrderEntity, where);
    return row ? toWorkOrder(row) : undefined;
  }
}

function withoutUndefined({ kind, status, accountNo }: WorkOrderFilter): FindOptionsWhere<WorkOrderEntity> {
  return { ...(kind && { kind }), ...(status && { status }), ...(accountNo !== undefined && { accountNo }) };
}

function toWorkOrder({
  accountNo,
  phone,
  areaCode,
  applicationKind,
  dueAt,
  ...row
}: WorkOrderEntity): WorkOrder {
  return {
    ...row,
    ...(accountNo !== null && { accountNo }),
    ...(phone !== null && { phone }),
    ...(areaCode !== null && { areaCode }),
    ...(applicationKind !== null && { applicationKind }),
    ...(dueAt !== null && { dueAt }),
  };
}
