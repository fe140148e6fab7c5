import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type SystemFault, type SystemFaultFilter, SystemFaults } from '../system-faults.port';

const COLUMNS = `fault_id as "faultId", reference, component, symptom, since, told_to as "toldTo", status, cause,
  solution, solved_at as "solvedAt", recorded_by as "recordedBy", recorded_at as "recordedAt"`;

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

  async list(filter: SystemFaultFilter, limit: number, cursor?: string) {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<SystemFault>>(
      `select ${COLUMNS} from system_fault
       where ($1::text is null or status = $1) and ($2::timestamptz is null or since >= $2)
         and ($3::timestamptz is null or since < $3)
         and ($4::timestamptz is null or (since, fault_id) < ($4, $5::uuid))
       order by since desc, fault_id desc limit $6`,
      [filter.status, filter.from, filter.before, after[0], after[1], limit + 1],
    );
    const items = rows.map((row) => withoutNulls<SystemFault>(row));
    return pageOf(items, limit, ({ since, faultId }) => [since.toISOString(), faultId]);
  }

  private async one(where: string, value: string, lock = ''): Promise<SystemFault | undefined> {
    const [row] = await this.work.query<Nullable<SystemFault>>(
      `select ${COLUMNS} from system_fault where ${where} ${lock}`,
      [value],
    );
    return row && withoutNulls<SystemFault>(row);
  }
}
