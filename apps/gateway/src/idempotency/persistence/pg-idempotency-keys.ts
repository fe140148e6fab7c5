import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import {
  IdempotencyKeys,
  type Begun,
  type IdempotentRequest,
  type KeyOfRequest,
  type StoredAnswer,
} from '../idempotency.port';

interface KeyRow {
  readonly fingerprint: Buffer;
  readonly status: number | null;
  readonly body: string | null;
  readonly upload_digest: string | null;
}

@Injectable()
export class PgIdempotencyKeys extends IdempotencyKeys {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async begin(request: IdempotentRequest): Promise<Begun> {
    const { actorId, key, fingerprint, now, leaseUntil, expiresAt } = request;
    // An expired key is free again; so is the same request, begun by a process that died.
    const begun = await this.work.execute(
      `insert into idempotency_key as held (actor_id, key, fingerprint, begun_at, lease_until, expires_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (actor_id, key) do update
         set fingerprint = excluded.fingerprint, status = null, body = null, upload_digest = null,
             begun_at = excluded.begun_at, lease_until = excluded.lease_until, expires_at = excluded.expires_at
         where held.expires_at <= $4
            or (held.status is null and held.lease_until <= $4 and held.fingerprint = excluded.fingerprint)`,
      [actorId, key, fingerprint, now, leaseUntil, expiresAt],
    );
    if (begun > 0) return { result: 'begun' };
    const [row] = await this.work.query<KeyRow>(
      'select fingerprint, status, body, upload_digest from idempotency_key where actor_id = $1 and key = $2',
      [actorId, key],
    );
    // Given up between the two statements: the client tries again.
    if (!row) return { result: 'in-flight' };
    if (!row.fingerprint.equals(fingerprint)) return { result: 'other-request' };
    if (row.status === null) return { result: 'in-flight' };
    const { status, body, upload_digest: uploadDigest } = row;
    return {
      result: 'answered',
      answer: { status, ...(body !== null && { body }), ...(uploadDigest !== null && { uploadDigest }) },
    };
  }

  async complete({ actorId, key }: KeyOfRequest, answer: StoredAnswer): Promise<void> {
    await this.work.execute(
      'update idempotency_key set status = $3, body = $4, upload_digest = $5 where actor_id = $1 and key = $2',
      [actorId, key, answer.status, answer.body ?? null, answer.uploadDigest ?? null],
    );
  }

  async giveUp({ actorId, key }: KeyOfRequest): Promise<void> {
    await this.work.execute(
      'delete from idempotency_key where actor_id = $1 and key = $2 and status is null',
      [actorId, key],
    );
  }
}
