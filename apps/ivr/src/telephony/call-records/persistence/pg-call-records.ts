import type { UnitOfWork } from '@switchyard/platform';
import { normaliseCaller } from '../../asterisk/phone-number';
import { CallRecords, type CallRecord } from '../call-records.port';
import { mergeCallRecord, type RecordedCall } from '../merge-call-record';

const FIND = `
  select asked.id as "callId",
         cdr.started_at as "cdrStartedAt", cdr.answered_at as "cdrAnsweredAt", cdr.ended_at as "cdrEndedAt",
         cdr.disposition,
         cel.started_at as "celStartedAt", cel.answered_at as "celAnsweredAt", cel.ended_at as "celEndedAt",
         cel.cause as "celCause"
  from unnest($1::text[]) as asked(id)
  left join lateral (
    select min(started_at) as started_at, min(answered_at) as answered_at, max(ended_at) as ended_at,
           (array_agg(disposition order by sequence))[1] as disposition
    from pbx.cdr where uniqueid = asked.id
  ) cdr on true
  left join lateral (
    select min(occurred_at) filter (where eventtype = 'CHAN_START') as started_at,
           min(occurred_at) filter (where eventtype = 'ANSWER') as answered_at,
           max(occurred_at) filter (where eventtype in ('HANGUP', 'CHAN_END')) as ended_at,
           (array_agg(hangup_cause order by occurred_at) filter (where eventtype = 'HANGUP'))[1] as cause
    from pbx.cel where uniqueid = asked.id
  ) cel on true`;

/** Reads what Asterisk's cdr_pgsql and cel_pgsql write into schema `pbx`. */
export class PgCallRecords extends CallRecords {
  constructor(private readonly unitOfWork: Pick<UnitOfWork, 'query'>) {
    super();
  }

  async find(callIds: readonly string[]): Promise<ReadonlyMap<string, CallRecord>> {
    if (callIds.length === 0) return new Map();
    const rows = await this.unitOfWork.query<RecordedCall>(FIND, [callIds]);
    const records = rows.map(mergeCallRecord).filter((record) => record !== undefined);
    return new Map(records.map((record) => [record.callId, record]));
  }

  async numbersOf(callIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (callIds.length === 0) return new Map();
    const rows = await this.unitOfWork.query<{ callId: string; number: string | null }>(
      `select uniqueid as "callId", (array_agg(src order by sequence))[1] as number
       from pbx.cdr where uniqueid = any ($1::text[]) group by uniqueid`,
      [callIds],
    );
    const numbers = rows.map(({ callId, number }) => [callId, normaliseCaller(number ?? '')] as const);
    return new Map(numbers.filter(([, number]) => number !== ''));
  }
}
