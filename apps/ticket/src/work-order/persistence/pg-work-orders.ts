import { Injectable } from '@nestjs/common';
import type { WorkOrderSort } from '@switchyard/contracts';
import { UnitOfWork } from '@switchyard/platform';
import { WorkOrders, type WorkOrder, type WorkOrderFilter, type WorkOrdersPage } from '../work-orders.port';
import { ListQuery } from './list-query';
import {
  CHANGING_FROM,
  COLUMNS,
  gramsOf,
  SELECTED,
  toWorkOrder,
  valuesOf,
  type WorkOrderRow,
} from './work-order-row';

const INSERT = `insert into work_order (${COLUMNS.map(([, column]) => column).join(', ')}, next_due_at, grams)
  values (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}, $${COLUMNS.length + 1}, $${COLUMNS.length + 2})
  on conflict do nothing`;

const CHANGING = COLUMNS.slice(CHANGING_FROM);
const UPDATE = `update work_order set ${CHANGING.map(([, column], index) => `${column} = $${index + 2}`).join(', ')},
  grams = $${CHANGING.length + 2} where number = $1`;

@Injectable()
export class PgWorkOrders extends WorkOrders {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  findByReference(reference: string): Promise<WorkOrder | undefined> {
    return this.one('reference = $1', reference);
  }

  findByQueryCode(queryCode: string): Promise<WorkOrder | undefined> {
    return this.one('query_code = $1', queryCode);
  }

  find(number: string): Promise<WorkOrder | undefined> {
    return this.one('number = $1', number);
  }

  lock(number: string): Promise<WorkOrder | undefined> {
    return this.one('number = $1', number, 'for update');
  }

  async openChildrenOf(parent: string, after: string | undefined, limit: number): Promise<readonly string[]> {
    const rows = await this.work.query<{ number: string }>(
      `select number from work_order where parent = $1 and status = 'open' and number > $2
       order by number limit $3`,
      [parent, after ?? '', limit],
    );
    return rows.map(({ number }) => number);
  }

  async hasChildren(number: string): Promise<boolean> {
    const rows = await this.work.query('select from work_order where parent = $1 limit 1', [number]);
    return rows.length > 0;
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
    const values = [...valuesOf(workOrder), workOrder.nextDueAt, gramsOf(workOrder)];
    return (await this.work.execute(INSERT, values)) > 0;
  }

  async save(workOrder: WorkOrder): Promise<void> {
    await this.work.execute(UPDATE, [
      workOrder.number,
      ...valuesOf(workOrder, CHANGING_FROM),
      gramsOf(workOrder),
    ]);
  }

  async setNextDue(number: string, nextDueAt: Date | undefined): Promise<void> {
    await this.work.execute('update work_order set next_due_at = $2 where number = $1', [number, nextDueAt]);
  }

  async list(
    filter: WorkOrderFilter,
    sort: WorkOrderSort,
    limit: number,
    cursor?: string,
  ): Promise<WorkOrdersPage> {
    const query = new ListQuery(filter, sort, cursor);
    const amongFirst = query.sqlAmongFirst(limit + 1);
    const found = amongFirst === undefined ? [] : await this.rows(amongFirst, query);
    const rows = found.length > limit ? found : await this.rows(query.sql(limit + 1), query);
    return query.page(rows.map(toWorkOrder), limit);
  }

  private rows(sql: string, { values }: ListQuery): Promise<WorkOrderRow[]> {
    return this.work.query<WorkOrderRow>(sql, values);
  }

  private async one(where: string, value: string, lock = ''): Promise<WorkOrder | undefined> {
    const [row] = await this.work.query<WorkOrderRow>(
      `select ${SELECTED} from work_order where ${where} ${lock}`,
      [value],
    );
    return row && toWorkOrder(row);
  }
}
