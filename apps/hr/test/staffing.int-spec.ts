import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  AdoptProposal,
  CancelProposal,
  CheckRoster,
  DraftRoster,
  ForecastCalls,
  GetProposal,
  GetQueueFigures,
  GetQueueFiguresRequest,
  ImportCallHistory,
  ListCallHistory,
  ListForecasts,
  ListNeededHeads,
  ListProposalUnmet,
  ListRosterEntries,
  ProposeRoster,
  type ProposalView,
  type QueueFiguresReport,
  ReplanDay,
  type RosterView,
  TakeCallHistory,
} from '@switchyard/contracts';
import {
  addDays,
  addMonths,
  type LocalDate,
  localDate,
  localDateAt,
  lotOf,
  weekdayOf,
} from '@switchyard/domain';
import { InProcessBus } from '@switchyard/platform';
import { RunProposals } from '../src/staffing/propose/run-proposals';
import { HrFixture } from './hr-fixture';

const today = localDateAt(new Date());
const month = addMonths(localDate(`${today.slice(0, 7)}-01`), 2);
const TEMPLATES = ['day-8', 'evening-8', 'night-8'];

const callsAt = (date: LocalDate, minute: number): number => {
  const busy = minute >= 480 && minute < 1320 ? 12 : 1;
  return Math.round(
    busy * (weekdayOf(date) >= 6 ? 0.6 : 1) * (0.8 + 0.4 * lotOf('calls', `${date} ${minute}`)),
  );
};

/** The planning runs in a thread, and threads run JavaScript: a build that is older than its sources is made anew. */
async function buildWhereOld(): Promise<void> {
  const timeOf = async (file: string) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
  const built = await timeOf('dist/apps/hr/src/staffing/propose/proposal-worker.js');
  const sources = ['apps/hr/src/staffing/propose', 'libs/domain/src/roster'].map(async (folder) => {
    const files = await readdir(folder, { recursive: true });
    return Promise.all(files.map((file) => timeOf(path.join(folder, file))));
  });
  const newest = Math.max(...(await Promise.all(sources)).flat());
  if (newest > built) await promisify(execFile)(process.execPath, ['tools/build.mjs']);
}

describe('staffing', () => {
  jest.setTimeout(90_000);
  let hr: HrFixture;
  const bus = new InProcessBus();
  const asked: GetQueueFiguresRequest[] = [];

  beforeAll(async () => {
    await buildWhereOld();
    bus.serve(GetQueueFigures.subject, async (_, json) => {
      const request = JSON.parse(json) as GetQueueFiguresRequest;
      asked.push(request);
      return JSON.stringify({ response: figuresOf(request) });
    });
    hr = await HrFixture.start({ bus });
    const people = Array.from({ length: 13 }, (_, index) => [
      `P${String(index).padStart(3, '0')}`,
      index < 3 ? 'shift-leader' : 'agent',
    ]);
    for (const [number, post] of people) {
      await hr.query(
        `insert into staff (staff_number, name, department_code, post_code, tier, group_code, status, hired_on, created_at,
           updated_at) values ($1, $1, 'operations', $2, 'agent', 'telephone', 'active', '2020-01-01', now(), now())`,
        [number, post],
      );
    }
  });

  afterAll(() => hr.close());

  const history = (from: number, to: number): string =>
    Array.from({ length: from - to }, (_, index) => addDays(today, index - from))
      .flatMap((date) =>
        Array.from({ length: 96 }, (_, quarter) => {
          const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
          return `general,${date} ${time},${callsAt(date, quarter * 15)},180`;
        }),
      )
      .join('\n');
  const until = async (proposalId: string, done: (view: ProposalView) => boolean): Promise<ProposalView> => {
    for (let left = 300; left > 0; left -= 1) {
      const view = await hr.call(GetProposal, { proposalId });
      if (done(view)) return view;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('the proposal does not get there');
  };
  const ended = ({ state }: ProposalView): boolean => state !== 'queued' && state !== 'running';
  let roster: RosterView;

  it('imports history from a file; rows that cannot be are told and stop no others', async () => {
    const csv = `队列,开始时间,呼入量,平均处理时长\n${history(70, 0)}\ngeneral,昨天,3,\ngeneral,${today} 08:10,3,\n`;
    const imported = await hr.call(ImportCallHistory, { fileKey: await hr.upload('history/calls.csv', csv) });
    expect(imported).toMatchObject({
      taken: 70 * 96,
      refused: 2,
      problems: [{ line: 6722 }, { line: 6723 }],
    });
    const none = await hr.upload('history/none.csv', 'a,b\n1,2\n');
    await expect(hr.call(ImportCallHistory, { fileKey: none })).rejects.toMatchObject({
      code: 'call-history.file-invalid',
    });
  });

  it('forecasts a month, measured on held-out weeks against the week before, and turns it into heads', async () => {
    const to = addDays(addMonths(month, 1), -1);
    const forecast = await hr.call(ForecastCalls, { queue: 'general', from: month, to });
    expect(forecast.intervals.length % 48).toBe(0);
    expect(forecast.measure.heldOutWeeks).toBe(2);
    expect(forecast.measure.versusNaive).toBeLessThan(1);
    await expect(hr.call(ForecastCalls, { queue: 'nothing', from: month, to })).rejects.toMatchObject({
      code: 'call-forecast.no-history',
    });
    const { items } = await hr.call(ListNeededHeads, { from: month, to: month, limit: 200 });
    expect(items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1440);
    const noon = items.find(({ minute }) => minute === 720);
    expect(noon?.heads).toBe(Math.ceil((noon?.agents ?? 0) / 0.7 - 1e-9));
    expect((await hr.call(ListForecasts, { queue: 'general' })).items).toHaveLength(1);
  });

  it('proposes a roster in a thread, the same for the same seed, says what it could not meet, and is taken over', async () => {
    roster = await hr.call(DraftRoster, { month: month.slice(0, 7), departmentCode: 'operations' });
    await hr.query(
      `insert into roster_wish (id, staff_number, day, kind, stated_at, stated_by)
       values (gen_random_uuid(), 'P009', $1, 'day-off', now(), 'test')`,
      [addDays(month, 3)],
    );
    const { rosterId, revision } = roster;
    const order = { rosterId, templates: TEMPLATES, seed: 'spec' };
    const asked = await Promise.allSettled([1, 2, 3].map(() => hr.call(ProposeRoster, order)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const first = asked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))[0];
    if (!first) throw new Error('no proposal was taken');
    const done = await until(first.proposalId, ended);
    expect(done).toMatchObject({ state: 'done', percent: 100 });
    expect(done.outcome?.shifts).toBeGreaterThan(150);
    const unmet = await hr.call(ListProposalUnmet, { proposalId: first.proposalId, limit: 200 });
    expect(unmet.items.length).toBeGreaterThan(0);

    const again = await until((await hr.call(ProposeRoster, order)).proposalId, ended);
    expect(await shiftsOf(again)).toEqual(await shiftsOf(done));

    roster = await hr.call(AdoptProposal, { proposalId: first.proposalId, revision });
    expect(roster).toMatchObject({ revision: revision + 1, shifts: done.outcome?.shifts });
    const found = await hr.call(CheckRoster, { rosterId, limit: 200 });
    expect(found.items).toEqual(unmet.items);
    const off = await hr.call(ListRosterEntries, {
      rosterId,
      staffNumber: 'P009',
      from: addDays(month, 3),
      to: addDays(month, 3),
    });
    expect(off.items).toEqual([]);
  });

  const shiftsOf = async ({ proposalId }: ProposalView): Promise<unknown> => {
    const [row] = await hr.query<{ shifts: unknown }>(
      `select result -> 'shifts' as shifts from roster_proposal where id = $1`,
      [proposalId],
    );
    return row?.shifts;
  };

  it('plans by a pattern: everybody keeps their phase', async () => {
    const order = { rosterId: roster.rosterId, templates: ['day-8'], patternCode: 'two-on-two-off' };
    const done = await until((await hr.call(ProposeRoster, order)).proposalId, ended);
    expect(done.state).toBe('done');
    roster = await hr.call(AdoptProposal, { proposalId: done.proposalId, revision: roster.revision });
    const { items } = await hr.call(CheckRoster, { rosterId: roster.rosterId, code: 'too-many-off' });
    expect(items).toEqual([]);
    expect(
      await hr.query('select 1 from roster_member where roster_id = $1', [roster.rosterId]),
    ).toHaveLength(13);
    await expect(hr.call(ProposeRoster, { ...order, templates: ['mid'] })).rejects.toMatchObject({
      code: 'shift-template.invalid',
    });
  });

  it('is cancelled, goes on after a restart, and is taken from a process that died', async () => {
    const order = { rosterId: roster.rosterId, templates: ['day-8'] };
    const cancelled = await hr.call(ProposeRoster, order);
    expect(await hr.call(CancelProposal, { proposalId: cancelled.proposalId })).toMatchObject({
      state: 'cancelled',
    });
    await expect(hr.call(CancelProposal, { proposalId: cancelled.proposalId })).rejects.toMatchObject({
      code: 'roster-proposal.not-allowed-in-state',
    });
    const { proposalId } = await hr.call(ProposeRoster, order);
    await until(proposalId, ({ state }) => state === 'running');
    await hr.restart();
    expect(await until(proposalId, ended)).toMatchObject({ state: 'done' });

    const left = async (tries: number): Promise<ProposalView> => {
      await hr.query(
        `update roster_proposal set state = 'running', tries = $2, beat_at = now() - interval '10 minutes', result = null
         where id = $1`,
        [proposalId, tries],
      );
      hr.get(RunProposals).kick();
      return until(proposalId, ended);
    };
    expect(await left(1)).toMatchObject({ state: 'done' });
    expect(await left(3)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('3 times') as string,
    });
  });

  it('plans the rest of a day again with what came so far, and proposes overtime', async () => {
    await hr.query(`delete from call_interval where start_at >= $1::timestamptz`, [
      `${today}T00:00:00+08:00`,
    ]);
    await hr.call(ForecastCalls, { queue: 'general', from: today, to: today });
    const rows = Array.from({ length: 56 }, (_, quarter) => {
      const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
      return `general,${today} ${time},${2 * callsAt(today, quarter * 15)}`;
    });
    const fileKey = await hr.upload('history/today.csv', ['queue,startAt,offered', ...rows].join('\n'));
    await hr.call(ImportCallHistory, { fileKey });
    const draft = await hr.call(DraftRoster, { month: today.slice(0, 7) });
    await hr.query(
      `insert into roster_entry (id, staff_number, work_date, start_at, end_at, template_code, template_version, duty, roster_id,
         state, made_at, made_by)
       select gen_random_uuid(), 'P0' || number, $1::date, $2::timestamptz, $3::timestamptz, 'day-8', 1, 'regular', $4,
         'published', now(), 'test' from generate_series(10, 12) as number`,
      [today, `${today}T07:00:00+08:00`, `${today}T15:00:00+08:00`, draft.rosterId],
    );
    const replan = await hr.call(ReplanDay, { at: `${today}T14:00:00+08:00` });
    expect(replan.factor).toBeGreaterThan(1.7);
    expect(replan.intervals[0]).toMatchObject({ minute: 840, rostered: 3 });
    expect(replan.overtime.map(({ staffNumber, from, to }) => [staffNumber, from, to])).toEqual(
      ['P010', 'P011', 'P012'].map((number) => [number, `${today}T07:00:00.000Z`, `${today}T10:00:00.000Z`]),
    );
    expect(replan.missingAfter).toBe(replan.missingBefore - 3 * 6);
    await expect(hr.call(ReplanDay, { at: '2020-01-06T14:00:00+08:00' })).rejects.toMatchObject({
      code: 'call-forecast.not-found',
    });
  });

  it("comes from ivr's queues, a day at a time and only what is over; an import never overrules it", async () => {
    const [from, before] = ['2026-01-05T00:00:00+08:00', '2026-01-07T00:00:00+08:00'];
    expect(await hr.call(TakeCallHistory, { from, before })).toEqual({ taken: 2 });
    // Other features ask for the figures of yesterday.
    const own = asked.filter((request) => request.from.startsWith('2026-01'));
    expect(own.map((request) => request.from)).toEqual([
      '2026-01-04T16:00:00.000Z',
      '2026-01-05T16:00:00.000Z',
    ]);
    const csv = 'queue,startAt,offered\nbilling,2026-01-05 00:00,99\nbilling,2026-01-05 00:15,98';
    await hr.call(ImportCallHistory, { fileKey: await hr.upload('history/late.csv', csv) });
    const { items } = await hr.call(ListCallHistory, { queue: 'billing' });
    expect(items.map(({ offered, source, handlingSeconds }) => [offered, source, handlingSeconds])).toEqual([
      [7, 'ivr', 150],
      [98, 'import', undefined],
      [7, 'ivr', 150],
    ]);
    await expect(hr.call(TakeCallHistory, { from: before, before: from })).rejects.toMatchObject({
      code: 'staffing.span-invalid',
    });
  });
});

/** Seven calls in the first quarter hour of the time asked for. */
function figuresOf({ from }: GetQueueFiguresRequest): QueueFiguresReport {
  const counts = {
    answeredInTime: 0,
    abandoned: 0,
    abandonedInTime: 0,
    callBacks: 0,
    timedOut: 0,
    turnedAway: 0,
    waiting: 0,
    transferred: 0,
  };
  const known = { talks: 7, talksOver: 7, holdKnown: 7, afterCallsKnown: 7, ringsKnown: 7 };
  const nothing = {
    serviceLevel: null,
    answerRate: null,
    abandonRate: null,
    averageWaitSeconds: null,
    averageTalkSeconds: null,
    averageHoldSeconds: null,
    averageAfterCallSeconds: null,
    averageRingSeconds: null,
    rangTooLongShare: null,
    transferRate: null,
  };
  const figures = { offered: 7, answered: 6, averageHandlingSeconds: 150, ...counts, ...known, ...nothing };
  const to = new Date(Date.parse(from) + 15 * 60_000).toISOString();
  const row = { from, to, figures, tiers: [], missed: [] };
  return {
    items: [{ ...row, group: 'billing' }],
    total: row,
    selfService: { inMenus: 0, served: 0, rate: null },
  };
}
