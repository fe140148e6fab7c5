import { OpenWorkOrder, type RequestContext } from '@switchyard/contracts';
import type { OperationClient } from '@switchyard/platform';
import type { Client } from 'pg';
import { percentile } from '../bench/percentile';
import { TEXTS } from './desk-words';

const WARM_UP = 20;

export interface OpenFigures {
  readonly openMsP50: number;
  readonly openMsP99: number;
  /** The same row and event by one bare transaction. */
  readonly openRatioToSql: number;
}

/** Opens `count` work orders one after another, each followed by a bare transaction that writes one row and one event. */
export async function measureOpen(
  operations: OperationClient,
  client: Client,
  context: RequestContext,
  count: number,
): Promise<OpenFigures> {
  const service: number[] = [];
  const sql: number[] = [];
  for (let index = 0; index < count + WARM_UP; index += 1) {
    const began = performance.now();
    const { number } = await operations.call(
      OpenWorkOrder,
      {
        kind: 'fault',
        accountNo: '5100123456',
        phone: '+8613900010001',
        areaCode: '320001',
        channel: 'menu',
        text: TEXTS[index % TEXTS.length] ?? '',
        reference: `bench-open:${index}`,
      },
      context,
      { timeoutMs: 60_000 },
    );
    const opened = performance.now();
    await writeBare(client, number, index);
    const written = performance.now();
    if (index < WARM_UP) continue;
    service.push(opened - began);
    sql.push(written - opened);
  }
  const of = (times: readonly number[], percent: number) => percentile(times, percent) ?? NaN;
  return {
    openMsP50: of(service, 50),
    openMsP99: of(service, 99),
    openRatioToSql: of(service, 50) / of(sql, 50),
  };
}

/** A copy of the row and of its first event under another number. */
async function writeBare(client: Client, number: string, index: number): Promise<void> {
  const copy = `WX-${index}`;
  await client.query('begin');
  await client.query(
    `insert into work_order select (jsonb_populate_record(o, jsonb_build_object('number', $2::text, 'query_code', 'x' || $2,
       'reference', $2::text))).* from work_order o where number = $1`,
    [number, copy],
  );
  await client.query(
    `insert into work_order_event select $2, seq, type, at, actor_id, owner, data, prev_hash, hash from work_order_event
     where work_order_number = $1 and seq = 1 and at >= now() - interval '1 hour'`,
    [number, copy],
  );
  await client.query('commit');
}
