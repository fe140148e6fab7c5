import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import type { HeldCall } from '../dialing.types';
import { type LostCall, LostCalls, type TakeOver } from '../recover-calls/lost-calls.port';
import { CONTACT_COLUMNS, type ContactRow, toDueContact } from './contact-row';

interface LostRow {
  id: string;
  number: string;
  node: string;
  trunk: string;
  state: LostCall['state'];
  direction: HeldCall['direction'];
  originated_at: Date | null;
  answered_at: Date | null;
  notice_started_at: Date | null;
  batch_id: string;
  kind: HeldCall['batch']['kind'];
  attempt_cap: number;
  policy_name: string;
  success_rule: HeldCall['batch']['successRule'];
  caller_id: string | null;
}

@Injectable()
export class PgLostCalls extends LostCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  takeOver(query: TakeOver): Promise<readonly LostCall[]> {
    return this.unitOfWork.inTransaction(async () => {
      const calls = await this.unitOfWork.query<LostRow>(
        `with lost as (
           select id from call
           where node = $1 and state <> 'ended'
             and ((lease_until < now() and not (id = any($5::text[]))) or (holder = $2 and id = any($7::text[])))
           order by lease_until limit $6 for update skip locked)
         update call c set holder = $2, fence = $3, lease_until = now() + $4 * interval '1 second'
         from lost, batch b, batch_kind bk
         where c.id = lost.id and b.id = c.batch_id and bk.kind = b.kind
         returning c.id, c.number, c.node, c.trunk, c.state, c.direction, c.originated_at, c.answered_at, c.notice_started_at, c.batch_id,
           b.kind, bk.attempt_cap, b.policy_name, b.success_rule, b.caller_id`,
        [
          query.node,
          query.holder,
          query.fence,
          query.leaseSeconds,
          query.inHand,
          query.limit,
          query.lostFromSight,
        ],
      );
      if (calls.length === 0) return [];
      const contacts = await this.unitOfWork.query<ContactRow & { call_id: string; ordinal: number }>(
        `select ${CONTACT_COLUMNS}, t.call_id, t.ordinal
         from attempt t join contact k on k.id = t.contact_id
         where t.call_id = any($1::text[]) and t.settled_at is null order by k.id`,
        [calls.map((call) => call.id)],
      );
      return calls.map((call) =>
        toLostCall(
          call,
          contacts.filter((row) => row.call_id === call.id),
        ),
      );
    });
  }

  async strangersAmong(callIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `select id from unnest($1::text[]) as live(id)
       where not exists (select 1 from call c where c.id = live.id and c.state <> 'ended')`,
      [callIds],
    );
    return rows.map((row) => row.id);
  }
}

function toLostCall(row: LostRow, contacts: readonly (ContactRow & { ordinal: number })[]): LostCall {
  const parts = contacts.map((contact) => ({
    contact: toDueContact(contact),
    ordinal: contact.ordinal,
    balanceFen: Number(contact.payable_fen),
  }));
  return {
    id: row.id,
    direction: row.direction,
    batch: {
      id: row.batch_id,
      kind: row.kind,
      attemptCap: row.attempt_cap,
      policyName: row.policy_name,
      successRule: row.success_rule,
    },
    number: row.number,
    extension: parts[0]?.contact.extension ?? null,
    language: parts[0]?.contact.language ?? 'zh-CN',
    node: row.node,
    trunk: row.trunk,
    callerId: row.caller_id ?? '',
    contacts: parts,
    paymentsSeen: 0,
    state: row.state,
    originatedAt: row.originated_at,
    answeredAt: row.answered_at,
    noticeStartedAt: row.notice_started_at,
  };
}
