import type { Surroundings } from '../claim-calls/claims.port';
import { grouped } from './grouped';

/** What else is known of the numbers $1 and accounts $4; $2 kind, $3 and $5 since when calls and payments matter. */
export const SURROUNDINGS = `select
  array(select distinct number from call where number = any($1) and state <> 'ended') as "onTheLine",
  array(select distinct number from do_not_call
    where number = any($1) and removed_at is null and (kind is null or kind = $2)) as "doNotCall",
  (select json_agg(json_build_array(number, originated_at) order by originated_at) from call
    where number = any($1) and originated_at >= $3) as calls,
  (select json_agg(json_build_array(account_no, amount_fen, paid_at) order by paid_at) from payment
    where account_no = any($4) and paid_at >= $5) as payments`;

export const NOTHING_AROUND: Surroundings = {
  doNotCall: new Set(),
  onTheLine: new Set(),
  recentCalls: new Map(),
  payments: new Map(),
};

export interface SurroundingsRow {
  readonly onTheLine: readonly string[];
  readonly doNotCall: readonly string[];
  readonly calls: readonly (readonly [number: string, at: string])[] | null;
  readonly payments: readonly (readonly [accountNo: string, amountFen: number, paidAt: string])[] | null;
}

export function toSurroundings({ onTheLine, doNotCall, calls, payments }: SurroundingsRow): Surroundings {
  return {
    onTheLine: new Set(onTheLine),
    doNotCall: new Set(doNotCall),
    recentCalls: grouped(
      calls ?? [],
      ([number]) => number,
      ([, at]) => new Date(at),
    ),
    payments: grouped(
      payments ?? [],
      ([accountNo]) => accountNo,
      ([, amountFen, paidAt]) => ({ amountFen, paidAt: new Date(paidAt) }),
    ),
  };
}
