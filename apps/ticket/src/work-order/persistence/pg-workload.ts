import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Workload } from '../routing/workload.port';

@Injectable()
export class PgWorkload extends Workload {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async openItems(people: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.work.query<{ assignee: string; items: number }>(
      `select assignee, count(*)::integer as items from work_order
       where assignee = any($1) and status = 'open' group by assignee`,
      [[...people]],
    );
    return new Map(rows.map(({ assignee, items }) => [assignee, items]));
  }
}
