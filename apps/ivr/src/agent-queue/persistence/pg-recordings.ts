import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QueueName, RecordingKeptFor } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import {
  type Claim,
  type ExpiredRecording,
  type RecordedFile,
  type Recording,
  type RecordingFilter,
  Recordings,
  type RecordingState,
  type StoredFile,
} from '../recordings/recordings.port';

const COLUMNS = `r.id, r.call_id as "callId", r.queue, r.agent_id as "agentId", a.work_no as "workNo", q.ring as "ringSeconds",
  q.talk as "talkSeconds", q.after_call as "afterCallSeconds", g.csat, r.announced, r.state, r.file_key as "fileKey",
  r.bytes::float8 as bytes, r.seconds, r.started_at as "startedAt", r.delete_after as "deleteAfter", r.kept_for as "keptFor", r.deleted_at as "deletedAt"`;

/** A recording with its agent and with the stay that it is of; it begins to the millisecond when the stay was answered. */
const RECORDINGS = `recordings r left join agents a on a.id = r.agent_id left join call_ratings g on g.call_id = r.call_id
  left join lateral (
    select s.ring_seconds::float8 as ring, s.talk_seconds::float8 as talk, s.after_call_seconds::float8 as after_call
    from queue_calls s
    where s.call_id = r.call_id and not s.taken_over and date_trunc('milliseconds', s.connected_at) = r.started_at limit 1) q on true`;

/** The name that a second and later stay of one call adds to. */
const LATER_STAY = /-\d{1,3}$/;

interface Talk {
  readonly callId: string;
  readonly node: string;
  readonly queue: QueueName;
  readonly agentId: string | null;
  readonly connectedAt: Date | null;
  readonly open: boolean;
}

@Injectable()
export class PgRecordings extends Recordings {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  claim(file: RecordedFile): Promise<Claim> {
    return this.unitOfWork.inTransaction(async () => {
      const [known] = await this.unitOfWork.query<{
        id: string;
        callId: string;
        startedAt: Date;
        state: RecordingState;
      }>(
        `select id, call_id as "callId", started_at as "startedAt", state from recordings
         where source_name = $1 and source_changed_at = $2 for update`,
        [file.name, file.changedAt],
      );
      if (known) return known.state === 'expected' ? { kind: 'take', recording: known } : { kind: 'taken' };
      const talk = await this.talkOf(file);
      if (!talk) return { kind: 'stranger' };
      return talk.open ? { kind: 'wait' } : this.expect(file, talk);
    });
  }

  async stored(id: string, file: StoredFile): Promise<void> {
    await this.unitOfWork.query(
      `update recordings set state = 'stored', file_key = $2, bytes = $3, seconds = $4, ended_at = $5, stored_at = $6,
         delete_after = $7 where id = $1 and state = 'expected'`,
      [id, file.fileKey, file.bytes, file.seconds, file.endedAt, file.storedAt, file.deleteAfter],
    );
  }

  async missing(id: string, at: Date): Promise<void> {
    await this.unitOfWork.query(
      `update recordings set state = 'missing', ended_at = $2 where id = $1 and state = 'expected'`,
      [id, at],
    );
  }

  async find(id: string): Promise<Recording | undefined> {
    const [row] = await this.unitOfWork.query<Recording>(
      `select ${COLUMNS} from ${RECORDINGS} where r.id = $1`,
      [id],
    );
    return row;
  }

  list(filter: RecordingFilter): Promise<readonly (Recording & { startedKey: string })[]> {
    return this.unitOfWork.query<Recording & { startedKey: string }>(
      `select ${COLUMNS}, to_char(r.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedKey"
       from ${RECORDINGS}
       where ($1::text is null or r.call_id = $1) and ($2::uuid is null or r.agent_id = $2)
         and ($3::text is null or r.queue = $3) and ($4::text is null or r.state = $4)
         and ($5::timestamptz is null or r.started_at >= $5) and ($6::timestamptz is null or r.started_at < $6)
         and ($7::timestamptz is null or (r.started_at, r.id) < ($7, $8::uuid))
       order by r.started_at desc, r.id desc limit $9`,
      [
        filter.callId,
        filter.agentId,
        filter.queue,
        filter.state,
        filter.from,
        filter.to,
        filter.before?.startedAt,
        filter.before?.id,
        filter.limit + 1,
      ],
    );
  }

  takeExpired(now: Date, limit: number): Promise<readonly ExpiredRecording[]> {
    return this.unitOfWork.query<ExpiredRecording>(
      `select id, call_id as "callId", file_key as "fileKey" from recordings
       where state = 'stored' and coalesce(look_again_at, delete_after) < $1
       order by coalesce(look_again_at, delete_after) limit $2 for update skip locked`,
      [now, limit],
    );
  }

  async keep(id: string, why: RecordingKeptFor, until: Date): Promise<void> {
    await this.unitOfWork.query(
      `update recordings set kept_for = $2, look_again_at = $3,
         delete_after = case when $2 = 'evidence' then $3 else delete_after end where id = $1`,
      [id, why, until],
    );
  }

  async deleted(id: string, reason: string, at: Date): Promise<void> {
    await this.unitOfWork.query(
      `update recordings set state = 'deleted', deleted_at = $3, delete_reason = $2, kept_for = null where id = $1`,
      [id, reason, at],
    );
  }

  /** The talk that a file is of: the last that had begun when the file was last written to. */
  private async talkOf({ name, changedAt }: RecordedFile): Promise<Talk | undefined> {
    const names = [name, name.replace(LATER_STAY, '')];
    const [talk] = await this.unitOfWork.query<Talk>(
      `select q.call_id as "callId", q.node, q.queue, q.agent_id as "agentId", q.connected_at as "connectedAt",
         exists (select 1 from queue_calls o where o.call_id = q.call_id and o.left_at is null) as open
       from queue_calls q
       where not q.taken_over and q.connected_at <= $2::timestamptz + interval '5 seconds' and q.call_id in (
         select unnest($1::text[]) union select call_id from inbound_calls where recording = any ($1::text[]))
       order by q.connected_at desc limit 1`,
      [names, changedAt],
    );
    return talk;
  }

  private async expect(file: RecordedFile, talk: Talk): Promise<Claim> {
    const { callId, node, queue, agentId } = talk;
    const recording = { id: randomUUID(), callId, startedAt: talk.connectedAt ?? file.changedAt };
    // The PBX records only what it has announced before.
    await this.unitOfWork.query(
      `insert into recordings (id, call_id, source_name, source_changed_at, node, queue, agent_id, announced, started_at)
       values ($1, $2, $3, $4, $5, $6, $7, true, $8)`,
      [recording.id, callId, file.name, file.changedAt, node, queue, agentId, recording.startedAt],
    );
    return { kind: 'take', recording };
  }
}
