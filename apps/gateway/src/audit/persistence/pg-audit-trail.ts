import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import {
  AuditTrail,
  type AuditEntry,
  type AuditFilter,
  type AuditOutcome,
  type AuditPage,
  type AuditResult,
} from '../audit-trail.port';

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly roles: string[];
  readonly address: string;
  readonly action: string;
  readonly target: string;
  readonly outcome: AuditOutcome;
  readonly status: number | null;
  readonly code: string | null;
  readonly correlation_id: string;
}

@Injectable()
export class PgAuditTrail extends AuditTrail {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(entry: AuditEntry): Promise<void> {
    const { id, at, actor, address, action, target, outcome, status, code, correlationId } = entry;
    await this.work.execute(
      `insert into audit_entry (id, at, actor_id, actor_name, roles, address, action, target, outcome, status,
         code, correlation_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        at,
        actor.id,
        actor.name,
        actor.roles,
        address,
        action,
        target,
        outcome,
        status ?? null,
        code ?? null,
        correlationId,
      ],
    );
  }

  async finish(id: string, at: Date, { outcome, status, code, target }: AuditResult): Promise<void> {
    await this.work.execute(
      'update audit_entry set outcome = $3, status = $4, code = $5, target = $6 where id = $1 and at = $2',
      [id, at, outcome, status ?? null, code ?? null, target],
    );
  }

  async list(filter: AuditFilter, limit: number, cursor?: string): Promise<AuditPage> {
    const { where, values } = conditions(filter, cursor);
    const rows = await this.work.query<AuditRow>(
      `select * from audit_entry where ${where} order by at desc, id desc limit ${limit + 1}`,
      values,
    );
    const page = pageOf(rows, limit, (row) => [row.at.toISOString(), row.id]);
    return { ...page, items: page.items.map(toEntry) };
  }

  async prepareMonths(now: Date): Promise<void> {
    await this.work.inTransaction(async () => {
      await this.work.query(`select pg_advisory_xact_lock(hashtext('audit_entry partitions'))`);
      for (const ahead of [0, 1, 2]) {
        const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
        const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1));
        const name = `audit_entry_${from.toISOString().slice(0, 7).replace('-', '_')}`;
        await this.work.query(
          `create table if not exists ${name} partition of audit_entry
           for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
        );
      }
    });
  }
}

function conditions(filter: AuditFilter, cursor?: string): { where: string; values: unknown[] } {
  const terms: string[] = [];
  const values: unknown[] = [];
  const add = (term: (parameter: string) => string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    terms.push(term(`$${values.length}`));
  };
  add((p) => `actor_id = ${p}`, filter.actorId);
  add((p) => `action = ${p}`, filter.action);
  add((p) => `target like ${p}`, filter.target?.replace(/[\\%_]/g, '\\$&').concat('%'));
  add((p) => `outcome = ${p}`, filter.outcome);
  add((p) => `correlation_id = ${p}`, filter.correlationId);
  add((p) => `at >= ${p}`, filter.from);
  add((p) => `at < ${p}`, filter.to);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    values.push(at, id);
    terms.push(`(at, id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  return { where: terms.length === 0 ? 'true' : terms.join(' and '), values };
}

function toEntry({
  actor_id,
  actor_name,
  roles,
  status,
  code,
  correlation_id,
  ...row
}: AuditRow): AuditEntry {
  return {
    ...row,
    actor: { id: actor_id, name: actor_name, roles },
    ...(status !== null && { status }),
    ...(code !== null && { code }),
    correlationId: correlation_id,
  };
}
