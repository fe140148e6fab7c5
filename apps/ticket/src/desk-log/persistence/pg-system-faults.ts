import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type SystemFault, type SystemFaultFilter, SystemFaults } from '../system-faults.port';
import { newestFirst } from './newest-first';

const COLUMNS = `fault_id as "faultId", reference, component, symptom, since, told_to as "toldTo", status, cause,
  solution, solved_at as "solvedAt", recorded_by as "recordedBy", recorded_at as "recordedAt"`;

const LOG = {
  table: 'system_fault',
  columns: COLUMNS,
  filter: 'status',
  time: ['since', ({ since }: SystemFault) => since],
  id: ['fault_id', ({ faultId }: SystemFault) => faultId],
} as const;

@Injectable()
export class PgSystemFaults extends SystemFaults {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(fault: SystemFault): Promise<SystemFault> {
    const { faultId, reference, component, symptom, since, toldTo, recordedBy, recordedAt } = fault;
    await this.work.execute(
      `insert into system_fault (fault_id, reference, component, symptom, since, told_to, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (reference) do nothing`,
      [faultId, reference, component, symptom, since, toldTo, recordedBy, recordedAt],
    );
    const known = await this.one('reference = $1', reference);
    if (!known) throw new Error(`system fault ${reference} is neither new nor known`);
    return known;
  }

  lock(faultId: string): Promise<SystemFault | undefined> {
    return this.one('fault_id = $1', faultId, 'for update');
  }

  async save({ faultId, status, cause, solution, solvedAt }: SystemFault): Promise<void> {
    await this.work.execute(
      `update system_fault set status = $2, cause = $3, solution = $4, solved_at = $5 where fault_id = $1`,
      [faultId, status, cause, solution, solvedAt],
    );
  }

  list({ status, from, before }: SystemFaultFilter, limit: number, cursor?: string) {
    return newestFirst(this.work, LOG, { value: status, from, before }, limit, cursor);
  }

  private async one(where: string, value: string, lock = ''): Promise<SystemFault | undefined> {
    const [row] = await this.work.query<Nullable<SystemFault>>(
      `select ${COLUMNS} from system_fault where ${where} ${lock}`,
      [value],
    );
    return row && withoutNulls<SystemFault>(row);
  }
}
