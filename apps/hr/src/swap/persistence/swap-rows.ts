import { type Nullable, withoutNulls } from '@switchyard/platform';
import type { Swap, SwappedShift } from '../swaps.port';

type StoredShift = Omit<SwappedShift, 'startAt' | 'endAt'> & {
  readonly startAt: string;
  readonly endAt: string;
};
export type SwapRow = Nullable<Omit<Swap, 'given' | 'taken'>> & {
  readonly given: readonly StoredShift[];
  readonly taken: readonly StoredShift[];
};

const shifts = (side: 'given' | 'taken'): string =>
  `coalesce((select json_agg(json_build_object('entryId', coalesce(x.new_entry_id, x.entry_id), 'workDate', x.work_date,
     'startAt', x.start_at, 'endAt', x.end_at) order by x.place)
     from swap_shift x where x.swap_id = w.id and x.side = '${side}'), '[]') as ${side}`;

export const SWAP = `select w.id, w.kind, w.requester, r.name as "requesterName", w.partner, p.name as "partnerName", w.state,
  to_char(w.month, 'YYYY-MM') as month, w.reason, w.reference, w.proposed_at as "proposedAt", w.proposed_by as "proposedBy",
  w.decided_at as "decidedAt", w.decided_by as "decidedBy", w.note, w.repayment_due::text as "repaymentDue", w.repayment,
  w.return_proposed_by as "returnProposedBy", ${shifts('given')}, ${shifts('taken')}
  from swap w join staff r on r.staff_number = w.requester join staff p on p.staff_number = w.partner`;

export function toSwap({ given, taken, ...row }: SwapRow): Swap {
  return {
    ...withoutNulls<Omit<Swap, 'given' | 'taken'>>(row),
    given: given.map(toShift),
    taken: taken.map(toShift),
  };
}

function toShift({ startAt, endAt, ...shift }: StoredShift): SwappedShift {
  return { ...shift, startAt: new Date(startAt), endAt: new Date(endAt) };
}
