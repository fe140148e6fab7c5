import { waitFor } from '@switchyard/testing';
import type { Pool } from 'pg';

/** One call's stays in one queue, as the PBX's log and the platform's rows count them. */
export interface CountedStays {
  readonly callId: string;
  readonly queue: string;
  readonly logged: StayCounts | null;
  readonly told: StayCounts | null;
}

export interface StayCounts {
  readonly entered: number;
  readonly connected: number;
  readonly abandoned: number;
}

const PAUSE_MS = 1_000;

const COUNTED = `
  with logged as (
    select callid as call_id, substring(queuename from '^q-(.+)$') as queue,
      jsonb_build_object('entered', count(*) filter (where event in ('ENTERQUEUE', 'TURNEDAWAY')),
        'connected', count(*) filter (where event = 'CONNECT'),
        'abandoned', count(*) filter (where event = 'ABANDON' or event = 'TURNEDAWAY' and data1 = 'abandoned')) as counts
    from pbx.queue_log
    where occurred_at >= $1 and event in ('ENTERQUEUE', 'TURNEDAWAY', 'CONNECT', 'ABANDON')
    group by 1, 2
  ), told as (
    select call_id, queue, jsonb_build_object('entered', count(*), 'connected', count(connected_at),
      'abandoned', count(*) filter (where outcome = 'abandoned')) as counts
    from ivr.queue_calls where entered_at >= $1 and not taken_over
    group by 1, 2
  )
  select call_id as "callId", queue, logged.counts as logged, told.counts as told
  from logged full join told using (call_id, queue)`;

/**
 * Where the platform's stays in queues since a moment differ from the PBX's own log, once they have had time to be filled
 * in from it; empty when no interval is lost (T4.4). `ends`: whether the log tells how stays ended.
 */
export async function queueLogDifferences(
  database: Pool,
  since: Date,
  { ends, timeoutMs }: { readonly ends: boolean; readonly timeoutMs: number },
): Promise<string[]> {
  let found = ['not looked yet'];
  const look = async () => {
    const { rows } = await database.query<CountedStays>(COUNTED, [since]);
    found = rows.length === 0 ? ['the queue log has nothing'] : differences(rows, ends);
    return found.length === 0;
  };
  try {
    await waitFor('the stays in queues are as the queue log has them', look, timeoutMs, PAUSE_MS);
  } catch (error) {
    if (found.length === 0) throw error;
  }
  return found;
}

export function differences(stays: readonly CountedStays[], ends: boolean): string[] {
  const shown = (counts: StayCounts | null) =>
    counts === null
      ? 'nothing'
      : `${counts.entered} entered, ${counts.connected} connected` +
        (ends ? `, ${counts.abandoned} abandoned` : '');
  return stays
    .filter(({ logged, told }) => shown(logged) !== shown(told))
    .map(
      ({ callId, queue, logged, told }) =>
        `call ${callId} in ${queue}: the log has ${shown(logged)}, we have ${shown(told)}`,
    );
}
