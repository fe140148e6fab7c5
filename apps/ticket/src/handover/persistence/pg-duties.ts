import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Duties, type Duty } from '../duty/duties.port';

type Row = Omit<Duty, 'handoverId'> & { readonly handoverId: string | null };

@Injectable()
export class PgDuties extends Duties {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async current(): Promise<Duty | undefined> {
    const [row] = await this.work.query<Row>(
      `select leader, leader_id as "leaderId", since, handover_id as "handoverId" from shift_duty where until is null`,
    );
    if (!row) return undefined;
    const { handoverId, ...duty } = row;
    return { ...duty, ...(handoverId !== null && { handoverId }) };
  }

  async begin({ leader, leaderId, since, handoverId }: Duty): Promise<boolean> {
    const added = await this.work.execute(
      `insert into shift_duty (leader, leader_id, since, handover_id) values ($1, $2, $3, $4)
       on conflict ((true)) where until is null do nothing`,
      [leader, leaderId, since, handoverId],
    );
    return added > 0;
  }

  pass(duty: Duty): Promise<void> {
    return this.work.inTransaction(async () => {
      await this.work.query('update shift_duty set until = $1 where until is null', [duty.since]);
      if (!(await this.begin(duty))) throw new Error('two handovers were accepted at the same moment');
    });
  }
}
