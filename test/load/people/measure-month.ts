import {
  CloseAttendanceMonth,
  GetAttendanceClosing,
  ListMonthlyScores,
  ListScoreRuns,
  type RequestContext,
  RunMonthlyScores,
} from '@switchyard/contracts';
import type { OperationClient } from '@switchyard/platform';
import { waitFor } from '@switchyard/testing';
import type { Client } from 'pg';
import { BARE_CLOSE, BARE_SCORES, BARE_TABLES } from './bare-statements';

export interface MonthFigures {
  /** From the command until the month is closed, everybody's days reckoned. */
  readonly monthCloseSeconds: number;
  readonly monthCloseRatioToSql: number;
  /** From the command until everybody's score is stored. */
  readonly scoreRunSeconds: number;
  readonly scoreRunRatioToSql: number;
  readonly scored: number;
  readonly incomplete: number;
}

const MOST_MS = 600_000;

/** Closes a month of attendance and runs its scores, each beside bare SQL that reads and writes the same rows. */
export async function measureMonth(
  operations: OperationClient,
  client: Client,
  context: RequestContext,
  month: string,
  say: (line: string) => void,
): Promise<MonthFigures> {
  await client.query('set search_path to hr, public');
  say(`  closing ${month}`);
  const monthCloseSeconds = await seconds(() => closeMonth(operations, context, month));
  say(`  running the scores of ${month}`);
  const scoreRunSeconds = await seconds(() => runScores(operations, context, month));
  const [run] = (await operations.call(ListScoreRuns, { month }, context)).items;
  const { items } = await operations.call(ListMonthlyScores, { month, limit: 1 }, context);
  if (run?.failed !== 0 || items.length === 0) throw new Error(`the run failed: ${JSON.stringify(run)}`);
  say('  the same in bare SQL');
  for (const statement of BARE_TABLES) await client.query(statement);
  const bareClose = await seconds(() => client.query(BARE_CLOSE, [`${month}-01`]));
  const bareScores = await seconds(() => client.query(BARE_SCORES, [`${month}-01`]));
  return {
    monthCloseSeconds,
    monthCloseRatioToSql: monthCloseSeconds / bareClose,
    scoreRunSeconds,
    scoreRunRatioToSql: scoreRunSeconds / bareScores,
    scored: run.scored,
    incomplete: run.incomplete,
  };
}

async function closeMonth(
  operations: OperationClient,
  context: RequestContext,
  month: string,
): Promise<void> {
  await operations.call(CloseAttendanceMonth, { month }, context, { timeoutMs: 60_000 });
  const closed = async () =>
    (await operations.call(GetAttendanceClosing, { month }, context, { timeoutMs: 60_000 })).state ===
    'closed';
  await waitFor('the month to be closed', closed, MOST_MS);
}

async function runScores(operations: OperationClient, context: RequestContext, month: string): Promise<void> {
  await operations.call(RunMonthlyScores, { month }, context, { timeoutMs: 60_000 });
  const done = async () => {
    const { items } = await operations.call(ListScoreRuns, { month }, context, { timeoutMs: 60_000 });
    return items.length > 0 && items.every(({ state }) => state === 'done');
  };
  await waitFor('the run of the scores', done, MOST_MS);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
