import { Injectable } from '@nestjs/common';
import { BATCH_ERRORS } from '@switchyard/contracts';
import { DomainError, UnitOfWork } from '@switchyard/platform';
import type { Batch, BatchChange, NewBatch } from '../batch/batch';
import { type BatchFilter, Batches, type ListedBatch } from '../batch/batches.port';

const COLUMNS = `b.id, b.kind, b.name, b.language, b.state, b.policy_name as "policyName",
  b.success_rule as "successRule", b.caller_id as "callerId", b.trunk, b.line_share_percent as "lineSharePercent",
  b.hand_off_target as "handOffTarget", b.data_as_of as "dataAsOf", b.handed_in_at as "handedInAt",
  b.deadline_at as "deadlineAt", b.started_at as "startedAt", b.ended_at as "endedAt",
  (select coalesce(sum(i.rows_accepted), 0)::int from import i where i.batch_id = b.id and i.state = 'completed')
    as contacts,
  b.created_by as "createdBy", b.created_at as "createdAt", b.updated_at as "updatedAt", b.version`;

@Injectable()
export class PgBatches extends Batches {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async add(batch: NewBatch): Promise<Batch> {
    await this.unitOfWork.query(
      `insert into batch (id, kind, name, language, policy_name, success_rule, caller_id, trunk, line_share_percent,
         hand_off_target, data_as_of, deadline_at, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
      [
        batch.id,
        batch.kind,
        batch.name,
        batch.language,
        batch.policyName,
        batch.successRule,
        batch.callerId,
        batch.trunk,
        batch.lineSharePercent,
        batch.handOffTarget,
        batch.dataAsOf,
        batch.deadlineAt,
        batch.createdBy,
        batch.createdAt,
      ],
    );
    return this.get(batch.id);
  }

  async get(id: string): Promise<Batch> {
    const [batch] = await this.unitOfWork.query<Batch>(`select ${COLUMNS} from batch b where b.id = $1`, [
      id,
    ]);
    if (!batch) throw batchNotFound(id);
    return batch;
  }

  async lock(id: string): Promise<Batch> {
    // An import in progress holds the key of its batch: only the rest of the row is locked here.
    const rows = await this.unitOfWork.query(`select 1 from batch where id = $1 for no key update`, [id]);
    if (rows.length === 0) throw batchNotFound(id);
    return this.get(id);
  }

  async change(id: string, change: BatchChange, now: Date): Promise<Batch> {
    await this.unitOfWork.query(
      `update batch set state = coalesce($2, state), data_as_of = coalesce($3, data_as_of),
         handed_in_at = coalesce($4, handed_in_at), deadline_at = coalesce($5, deadline_at),
         started_at = coalesce($6, started_at), updated_at = $7, version = version + 1
       where id = $1`,
      [id, change.state, change.dataAsOf, change.handedInAt, change.deadlineAt, change.startedAt, now],
    );
    return this.get(id);
  }

  async remove(id: string): Promise<readonly string[]> {
    const files = await this.unitOfWork.query<{ key: string }>(
      `select file_key as key from import where batch_id = $1 and file_key is not null`,
      [id],
    );
    await this.unitOfWork.query(`delete from batch where id = $1`, [id]);
    return files.map(({ key }) => key);
  }

  list(filter: BatchFilter): Promise<readonly ListedBatch[]> {
    return this.unitOfWork.query<ListedBatch>(
      `select ${COLUMNS}, to_char(b.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdKey"
       from batch b
       where ($1::text is null or b.state = $1) and ($2::text is null or b.kind = $2)
         and ($3::text is null or position(lower($3) in lower(b.name)) > 0)
         and ($4::timestamptz is null or b.created_at >= $4) and ($5::timestamptz is null or b.created_at < $5)
         and ($6::timestamptz is null or (b.created_at, b.id) < ($6, $7::uuid))
       order by b.created_at desc, b.id desc limit $8`,
      [
        filter.state,
        filter.kind,
        filter.name,
        filter.createdFrom,
        filter.createdTo,
        filter.after?.createdAt,
        filter.after?.id,
        filter.limit + 1,
      ],
    );
  }
}

export function batchNotFound(batchId: string): DomainError {
  return new DomainError(BATCH_ERRORS.notFound, `There is no batch ${batchId}.`, { batchId });
}
