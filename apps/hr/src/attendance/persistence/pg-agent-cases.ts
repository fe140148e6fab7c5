import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { AgentCases } from '../agent-cases.port';

@Injectable()
export class PgAgentCases extends AgentCases {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async receive(work: string, staffNumber: string, at: Date): Promise<void> {
    await this.end(work, 'taken-away', at);
    await this.work.execute(
      'insert into agent_case (staff_number, work_order, received_at) values ($1, $2, $3)',
      [staffNumber, work, at],
    );
  }

  async holderOf(work: string): Promise<string | undefined> {
    const [row] = await this.work.query<{ holder: string }>(
      'select staff_number as holder from agent_case where work_order = $1 and ended_at is null',
      [work],
    );
    return row?.holder;
  }

  async end(work: string, outcome: 'handled' | 'taken-away', at: Date): Promise<void> {
    await this.work.execute(
      `update agent_case set ended_at = greatest($3, received_at), outcome = $2
       where work_order = $1 and ended_at is null`,
      [work, outcome, at],
    );
  }
}
