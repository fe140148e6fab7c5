import { ListWorkOrders, type RequestContext } from '@switchyard/contracts';
import { seededRandom } from '@switchyard/domain';
import type { OperationClient } from '@switchyard/platform';
import type { Client } from 'pg';
import { filterOf } from '../../../apps/ticket/src/work-order/list-work-orders/filter-of';
import { ListQuery } from '../../../apps/ticket/src/work-order/persistence/list-query';
import { percentile } from '../bench/percentile';
import { LIST_WAYS, type ListWay } from './list-requests';

const PAGE = 50;
const SEED = 20_260_302;

export interface ListFigures {
  readonly name: string;
  readonly requests: number;
  /** Milliseconds through the service, and of the bare statement. */
  readonly serviceMs: readonly number[];
  readonly sqlMs: readonly number[];
}

/** Each way to ask in turn, `rounds` times: a page through the service, then the same statement bare, so that both meet the same machine. */
export async function measureList(
  operations: OperationClient,
  client: Client,
  context: RequestContext,
  rounds: number,
): Promise<ListFigures[]> {
  const random = seededRandom(SEED);
  const pick = (below: number) => Math.floor(random() * below);
  const measured = LIST_WAYS.map((way) => ({ way, serviceMs: [] as number[], sqlMs: [] as number[] }));
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const { way, serviceMs, sqlMs } of measured) {
      const { service, sql } = await askBoth(way, operations, client, context, pick);
      // The first round warms up.
      if (round === 0) continue;
      serviceMs.push(service);
      sqlMs.push(sql);
    }
  }
  return measured.map(({ way, ...times }) => ({ name: way.name, requests: rounds, ...times }));
}

async function askBoth(
  way: ListWay,
  operations: OperationClient,
  client: Client,
  context: RequestContext,
  pick: (below: number) => number,
): Promise<{ service: number; sql: number }> {
  const now = new Date();
  const request = { ...way.request(pick, now), limit: PAGE };
  const began = performance.now();
  const page = await operations.call(ListWorkOrders, request, context, { timeoutMs: 60_000 });
  const service = performance.now() - began;
  const query = new ListQuery(filterOf(request, now), request.sort ?? 'newest');
  const beganSql = performance.now();
  const { rows } = await client.query(query.sql(PAGE + 1), query.values);
  const sql = performance.now() - beganSql;
  if (Math.min(rows.length, PAGE) !== page.items.length)
    throw new Error(`${way.name}: another page than by SQL`);
  return { service, sql };
}

/** Of all ways together: the times that 99 of 100 stay below, and how the service's median compares with the statement's. */
export function summary(lists: readonly ListFigures[]): {
  listMsP50: number;
  listMsP99: number;
  listRatioToSql: number;
} {
  const service = lists.flatMap(({ serviceMs }) => serviceMs);
  const sql = lists.flatMap(({ sqlMs }) => sqlMs);
  const of = (times: readonly number[], percent: number) => percentile(times, percent) ?? NaN;
  return {
    listMsP50: of(service, 50),
    listMsP99: of(service, 99),
    listRatioToSql: of(service, 50) / of(sql, 50),
  };
}
