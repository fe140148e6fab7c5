import { systemContext } from '@switchyard/platform';
import { Client } from 'pg';
import { type FilledPeople, fillPeople } from './fill-people';
import { measureMonth, type MonthFigures } from './measure-month';
import { startPeople } from './people';
import { rosterBench, type RosterFigures } from './roster-bench';

export interface PeopleFigures extends FilledPeople, MonthFigures, RosterFigures {}

/** The people side: a month closed, its scores run, a roster proposed and calls forecast. */
export async function runPeopleBench(
  staff: number,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<PeopleFigures> {
  let filled: FilledPeople | undefined;
  const people = await startPeople(async (adminUrl) => {
    filled = await fillPeople(adminUrl, staff, say);
    signal.throwIfAborted();
  });
  if (!filled) throw new Error('the tables are empty');
  const client = new Client({ connectionString: people.postgres.adminUrl });
  let month: MonthFigures;
  try {
    await client.connect();
    month = await measureMonth(people.operations, client, systemContext('bench'), filled.month, say);
  } finally {
    await client.end();
    await people.close();
  }
  signal.throwIfAborted();
  say('  proposing a roster for 200 agents, and forecasting calls');
  return { ...filled, ...month, ...(await rosterBench()) };
}

/** For people. */
export function peopleReport(figures: PeopleFigures): string {
  const s = (value: number) => `${value.toFixed(1)} s`;
  const times = (ratio: number) => `${ratio.toFixed(1)} times the bare SQL`;
  return `${figures.staff} staff, ${figures.rosterEntries} shifts and ${figures.punches} punches of two years; ${figures.month}
Month closed in ${s(figures.monthCloseSeconds)}, ${times(figures.monthCloseRatioToSql)}
Scores run in ${s(figures.scoreRunSeconds)}, ${times(figures.scoreRunRatioToSql)}: ${figures.scored} scored, ${figures.incomplete} with facts missing
Roster of 200 agents in ${s(figures.rosterSeconds)} of the solver (aim 60 s), ${figures.rosterUnmet} hard rules unmet
Forecast: ${figures.forecastErrorVsNaive.toFixed(2)} of the error of "as last week"`;
}
