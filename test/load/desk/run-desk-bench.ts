import { systemContext } from '@switchyard/platform';
import { Client } from 'pg';
import { percentile } from '../bench/percentile';
import { startDesk } from './desk';
import { fillDesk } from './fill-desk';
import { type ListFigures, measureList, summary } from './measure-list';
import { measureOpen, type OpenFigures } from './measure-open';
import { measureSweep, type SweepFigures } from './measure-sweep';

const LIST_ROUNDS = 100;
const OPENINGS = 300;

export interface DeskFigures extends OpenFigures, SweepFigures {
  readonly workOrders: number;
  readonly historyRows: number;
  readonly listMsP50: number;
  readonly listMsP99: number;
  readonly listRatioToSql: number;
}

export interface DeskResult {
  readonly figures: DeskFigures;
  readonly lists: readonly ListFigures[];
}

/** The desk with many work orders: its list by many filters, and opening one more, each beside the bare SQL in the same run. */
export async function runDeskBench(
  orders: number,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<DeskResult> {
  const desk = await startDesk();
  const client = new Client({ connectionString: desk.postgres.adminUrl });
  try {
    await client.connect();
    await fillDesk(client, orders, say);
    signal.throwIfAborted();
    const context = systemContext('bench');
    say(`  asking for pages of the list`);
    const lists = await measureList(desk.operations, client, context, LIST_ROUNDS);
    signal.throwIfAborted();
    say(`  opening ${OPENINGS} work orders`);
    const open = await measureOpen(desk.operations, client, context, OPENINGS);
    signal.throwIfAborted();
    const sweep = await measureSweep(
      { adminUrl: desk.postgres.adminUrl, ticketUrl: desk.postgres.url('ticket') },
      say,
    );
    return {
      lists,
      figures: { workOrders: orders, historyRows: orders * 5, ...summary(lists), ...open, ...sweep },
    };
  } finally {
    await client.end();
    await desk.close();
  }
}

/** For people. */
export function deskReport({ figures, lists }: DeskResult): string {
  const ms = (value: number | undefined) => (value ?? NaN).toFixed(1).padStart(7);
  const line = ({ name, serviceMs, sqlMs }: ListFigures) =>
    `  ${name.padEnd(34)} ${ms(percentile(serviceMs, 50))} ${ms(percentile(serviceMs, 99))}   ${ms(percentile(sqlMs, 50))} ${ms(percentile(sqlMs, 99))}`;
  return `${figures.workOrders} work orders, ${figures.historyRows} rows of history; a page of 50, milliseconds
  ${''.padEnd(34)} service p50/p99     SQL p50/p99
${lists.map(line).join('\n')}
  all: p50 ${ms(figures.listMsP50)}, p99 ${ms(figures.listMsP99)} (aim 50), ${figures.listRatioToSql.toFixed(2)} times the bare statement
Opening: p50 ${ms(figures.openMsP50)}, p99 ${ms(figures.openMsP99)} (aim 20), ${figures.openRatioToSql.toFixed(2)} times the bare transaction
Sweep: ${figures.sweepFired} of ${figures.sweepDue} due at once told in ${figures.sweepSeconds.toFixed(1)} s, ${figures.insertRatio.toFixed(2)} times the bare SQL; ${figures.missing} missing, ${figures.twice} twice`;
}
