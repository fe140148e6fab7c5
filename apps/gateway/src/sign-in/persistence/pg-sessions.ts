import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Sessions, type CloseReason, type Rotation, type Session, type TokenHash } from '../sessions.port';

interface TokenRow {
  readonly used_at: Date | null;
  readonly id: string;
  readonly user_id: string;
  readonly opened_at: Date;
  readonly expires_at: Date;
  readonly closed_at: Date | null;
}

@Injectable()
export class PgSessions extends Sessions {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async open({ id, userId, openedAt, expiresAt }: Session, first: TokenHash): Promise<void> {
    await this.work.inTransaction(async () => {
      await this.work.execute(
        'insert into session (id, user_id, opened_at, expires_at) values ($1, $2, $3, $4)',
        [id, userId, openedAt, expiresAt],
      );
      await this.addToken(first, id, openedAt);
    });
  }

  rotate(used: TokenHash, next: TokenHash, now: Date): Promise<Rotation> {
    return this.work.inTransaction(async () => {
      // Both rows are locked: a second swap of the same token waits here, and then sees that it was used.
      const [row] = await this.work.query<TokenRow>(
        `select token.used_at, session.id, session.user_id, session.opened_at, session.expires_at, session.closed_at
         from refresh_token token join session on session.id = token.session_id
         where token.token_hash = $1 for update`,
        [used],
      );
      if (!row || row.closed_at !== null || row.expires_at <= now) return { result: 'unknown' };
      const session = toSession(row);
      if (row.used_at !== null) {
        await this.close(session.id, 'refresh-reused', now);
        return { result: 'reused', session };
      }
      await this.work.execute('update refresh_token set used_at = $2 where token_hash = $1', [used, now]);
      await this.addToken(next, session.id, now);
      return { result: 'rotated', session };
    });
  }

  async close(sessionId: string, reason: CloseReason, now: Date): Promise<void> {
    await this.work.execute(
      'update session set closed_at = $2, close_reason = $3 where id = $1 and closed_at is null',
      [sessionId, now, reason],
    );
  }

  async closeOfUser(userId: string, reason: CloseReason, now: Date, except?: string): Promise<void> {
    await this.work.execute(
      `update session set closed_at = $2, close_reason = $3
       where user_id = $1 and closed_at is null and ($4::uuid is null or id <> $4)`,
      [userId, now, reason, except ?? null],
    );
  }

  async isOpen(sessionId: string, now: Date): Promise<boolean> {
    const rows = await this.work.query(
      'select 1 from session where id = $1 and closed_at is null and expires_at > $2',
      [sessionId, now],
    );
    return rows.length > 0;
  }

  private async addToken(hash: TokenHash, sessionId: string, at: Date): Promise<void> {
    await this.work.execute(
      'insert into refresh_token (token_hash, session_id, issued_at) values ($1, $2, $3)',
      [hash, sessionId, at],
    );
  }
}

const toSession = ({ id, user_id, opened_at, expires_at }: TokenRow): Session => ({
  id,
  userId: user_id,
  openedAt: opened_at,
  expiresAt: expires_at,
});
