import { Injectable } from '@nestjs/common';
import { MicroBatch, UnitOfWork } from '@switchyard/platform';
import type { HeldCall } from '../dialing.types';
import type { NodeLease } from '../hold-nodes/node-leases.port';
import { type IncomingCall, ReturnedCalls } from '../returned-call/returned-calls.port';
import { CONTACT_COLUMNS, type ContactRow, toDueContact } from './contact-row';

type MissedRow = ContactRow & {
  kind: HeldCall['batch']['kind'];
  attempt_cap: number;
  policy_name: string;
  success_rule: HeldCall['batch']['successRule'];
};

/** When many call they wait so long for one another, which is far less than a line takes to ring. */
const GATHER = { windowMs: 20, eager: true } as const;

/** Notices that one returned call tells; the others wait as before. */
const MOST_NOTICES = 5;

@Injectable()
export class PgReturnedCalls extends ReturnedCalls {
  private readonly looks = new MicroBatch<string, boolean>((numbers) => this.missedAny(numbers), GATHER);

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async take(lease: NodeLease, leaseSeconds: number, call: IncomingCall): Promise<HeldCall | null> {
    // Almost nobody who calls has missed a notice: those pay for one look, not for a transaction.
    if (!(await this.looks.add(call.from))) return null;
    return this.unitOfWork.inTransaction(async () => {
      const missed = await this.lockMissed(call.from);
      const first = missed[0];
      if (!first) return null;
      await this.unitOfWork.query(
        `insert into call (id, batch_id, number, node, trunk, direction, state, holder, fence, lease_until,
           originated_at, answered_at)
         values ($1, $2, $3, $4, 'inbound', 'in', 'answered', $5, $6, now() + $7 * interval '1 second', $8, $8)`,
        [
          call.callId,
          first.batch_id,
          call.from,
          lease.node,
          lease.holder,
          lease.fence,
          leaseSeconds,
          call.at,
        ],
      );
      await this.unitOfWork.query(
        `with taken as (
           insert into attempt (call_id, contact_id, kind, attempt_cap)
           select $1, contact_id, $3, $4 from unnest($2::bigint[]) as contact_id returning contact_id)
         update contact k set state = 'calling', wait_reason = 'calling' from taken where k.id = taken.contact_id`,
        [call.callId, missed.map((row) => row.id), first.kind, first.attempt_cap],
      );
      return toHeldCall(call, lease.node, first, missed);
    });
  }

  private async missedAny(numbers: readonly string[]): Promise<readonly boolean[]> {
    const rows = await this.unitOfWork.queryPrepared<{ readonly number: string }>(
      'missed-any-notice',
      `select wanted.number from unnest($1::text[]) as wanted (number) where exists (
         select from contact k where k.number = wanted.number and k.state = 'waiting' and k.counted_attempts > 0)`,
      [numbers],
    );
    const missed = new Set(rows.map(({ number }) => number));
    return numbers.map((number) => missed.has(number));
  }

  /** Merged like an outgoing call: one batch, one language. */
  private async lockMissed(number: string): Promise<readonly MissedRow[]> {
    const rows = await this.unitOfWork.query<MissedRow>(
      `select ${CONTACT_COLUMNS}, b.kind, bk.attempt_cap, b.policy_name, b.success_rule
       from contact k join batch b on b.id = k.batch_id join batch_kind bk on bk.kind = b.kind
       where k.number = $1 and k.state = 'waiting' and k.counted_attempts > 0 and b.state in ('running', 'paused')
       order by b.started_at desc, k.id for update of k skip locked`,
      [number],
    );
    const first = rows[0];
    return rows
      .filter((row) => row.batch_id === first?.batch_id && row.language === first.language)
      .slice(0, MOST_NOTICES);
  }
}

function toHeldCall(
  call: IncomingCall,
  node: string,
  first: MissedRow,
  missed: readonly MissedRow[],
): HeldCall {
  return {
    id: call.callId,
    direction: 'in',
    batch: {
      id: first.batch_id,
      kind: first.kind,
      attemptCap: first.attempt_cap,
      policyName: first.policy_name,
      successRule: first.success_rule,
    },
    number: call.from,
    dialled: call.to,
    extension: null,
    language: first.language,
    node,
    trunk: 'inbound',
    callerId: '',
    contacts: missed.map((row) => ({
      contact: toDueContact(row),
      ordinal: row.counted_attempts + 1,
      balanceFen: Number(row.payable_fen),
    })),
    paymentsSeen: 0,
  };
}
