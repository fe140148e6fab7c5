import {
  AcknowledgeAppraisal,
  AcknowledgeMonthlyScore,
  AppealMonthlyScore,
  ApproveBonusProposal,
  CancelPerformanceItem,
  DecideScoreAppeal,
  DraftAppraisal,
  DraftBonusProposal,
  ExcludePerformanceCase,
  GetMonthlyScore,
  GetOwnMonthlyScore,
  ListAppraisals,
  ListAppraisalTemplates,
  ListAwardProposals,
  ListBonusLines,
  ListDismissalAlerts,
  ListMonthlyScores,
  ListOwnMonthlyScores,
  ListPerformanceCases,
  ListPerformanceItems,
  ListScoreRuns,
  ListScoreTotals,
  ListStaffIndicators,
  type MonthlyScoreView,
  PublishAppraisal,
  PublishAppraisalTemplate,
  PublishMonthlyScores,
  RecordPerformanceItem,
  RunBonusProposal,
  RunMonthlyScores,
  SaveAppraisalTemplate,
  TakePerformanceDay,
} from '@switchyard/contracts';
import { STANDARD_APPRAISAL_TEMPLATES } from '@switchyard/domain';
import { CLOCK, type Clock, InProcessBus } from '@switchyard/platform';
import { waitFor } from '@switchyard/testing';
import { AttendanceFacts } from '../src/attendance/attendance-facts.port';
import { MonthlyScores } from '../src/performance/score/monthly-scores.port';
import { HrFixture } from './hr-fixture';
import { ACCOUNTS, as, closeMonth, fillStaff, OtherServices } from './performance-scene';

const MONTH = '2026-10';
const WITHIN_MS = 20_000;

describe('performance', () => {
  const bus = new InProcessBus();
  const others = new OtherServices(bus);
  let hr: HrFixture;
  let now = new Date('2026-11-02T02:00:00Z');

  const setClock = () => Object.assign(hr.get<Clock>(CLOCK as never), { now: () => now });

  beforeAll(async () => {
    hr = await HrFixture.start({ bus });
    setClock();
    await fillStaff(hr);
  }, 120_000);

  afterAll(() => hr.close());

  const refuses = (asked: Promise<unknown>, code: string) => expect(asked).rejects.toMatchObject({ code });
  const scores = async (filter: object = {}): Promise<MonthlyScoreView[]> =>
    (await hr.call(ListMonthlyScores, { month: MONTH, ...filter })).items;
  const scoreOf = async (staffNumber: string): Promise<MonthlyScoreView> => {
    const [score] = await scores({ staffNumber });
    if (!score) throw new Error(`${staffNumber} has no score`);
    return score;
  };
  const runDone = async (): Promise<void> => {
    await hr.call(RunMonthlyScores, { month: MONTH }, as('S001'));
    await waitFor(
      'the run',
      async () => {
        const { items } = await hr.call(ListScoreRuns, { month: MONTH });
        return items.every(({ state }) => state === 'done');
      },
      WITHIN_MS,
    );
  };
  const named = (...staffNumbers: string[]) =>
    hr.call(RunMonthlyScores, { month: MONTH, staffNumbers }, as('S001'));
  const record = (staffNumber: string, item: object, by = 'H001') =>
    hr.call(
      RecordPerformanceItem,
      { staffNumber, month: MONTH, kind: 'deduction', category: 'other-work', text: '说明', ...item },
      as(by),
    );
  const eventsDone = () =>
    waitFor(
      'the events',
      async () => {
        const rows = await hr.query(`select 1 from inbox where state <> 'done' limit 1`);
        return rows.length === 0;
      },
      WITHIN_MS,
    );

  it('scores without facts are told as incomplete and stay drafts; nothing is deducted for what is unknown', async () => {
    await runDone();
    const [run] = (await hr.call(ListScoreRuns, { month: MONTH })).items;
    expect(run).toMatchObject({ staff: 7, scored: 7, incomplete: 7, failed: 0, state: 'done' });
    expect(await scoreOf('A001')).toMatchObject({
      score: 100,
      version: 1,
      state: 'draft',
      bonusFen: 40_000,
      missing: ['attendance', 'accuracy'],
    });
    expect(await hr.call(PublishMonthlyScores, { month: MONTH })).toEqual({ published: 0, incomplete: 7 });
    await refuses(hr.call(RunMonthlyScores, { month: '2026-11' }), 'performance.month-not-over');
  });

  it('work orders in hand are told by events, from receipt to being passed on, each once', async () => {
    const by = ACCOUNTS['A001'] ?? '';
    // Opened and passed on after 4 minutes; accepted, and kept for 17; opened by a machine: nobody's.
    await others.happened('W20261003-000001', 'opened', by, 0, { channel: 'voice' });
    await others.happened('W20261003-000001', 'assigned', by, 4, { owner: 'repair' });
    await others.happened('W20261003-000002', 'opened', 'system:ivr', 0);
    await others.happened('W20261003-000002', 'accepted', 'system:ivr', 3, { assignee: by });
    await others.happened('W20261003-000002', 'closed', by, 20, { status: 'closed' });
    await others.happened('W20261003-000003', 'opened', ACCOUNTS['A002'] ?? '', 0, { owner: 'repair' });
    await others.happened('W20261003-000001', 'sent-back', 'system:ticket', 30, { owner: 'repair' });
    await eventsDone();
    const { items } = await hr.call(ListPerformanceCases, { staffNumber: 'A001', month: MONTH });
    expect(items.map(({ work, minutes }) => [work, minutes])).toEqual([
      ['W20261003-000002', 17],
      ['W20261003-000001', 4],
    ]);
    expect((await hr.call(ListPerformanceCases, { staffNumber: 'A002' })).items).toMatchObject([
      { minutes: 0 },
    ]);
    expect((await hr.call(ListPerformanceCases, { overdue: true, month: MONTH })).items).toHaveLength(1);
    const acts = await hr.query(`select act, times from performance_act where account_id = $1 order by act`, [
      by,
    ]);
    const once = ['closed', 'opened', 'openedByVoice', 'wasSentBack'];
    expect(acts).toEqual(once.map((act) => ({ act, times: 1 })));
  });

  it('figures of the telephones are taken by day; a day that was not taken leaves the month unknown', async () => {
    const taken = await hr.call(TakePerformanceDay, { day: '2026-10-03' });
    expect(taken).toEqual({
      day: '2026-10-03',
      taken: ['calls', 'ratings', 'presence', 'correctness'],
      problems: [],
    });
    const indicator = async (code: string) => {
      const [own] = (await hr.call(ListStaffIndicators, { month: MONTH, staffNumber: 'A001' })).items;
      return own?.indicators.find((one) => one.code === code);
    };
    expect(await indicator('talk-seconds')).toMatchObject({ state: 'unknown', target: { most: 150 } });
    for (let day = 1; day <= 31; day += 1)
      await hr.call(TakePerformanceDay, { day: `2026-10-${String(day).padStart(2, '0')}` });
    expect(await indicator('talk-seconds')).toMatchObject({ state: 'known', value: 120, met: true });
    expect(await indicator('csat')).toMatchObject({ state: 'known', value: 4.5, met: true });
    expect(await indicator('in-hand-minutes')).toMatchObject({ value: 10.5, met: false });
    expect(await indicator('entry-rate')).toMatchObject({ value: 0.08 });
    // Nobody judged quality, and nothing of it is nought.
    expect(await indicator('critical-error-rate')).toEqual(expect.not.objectContaining({ value: 0 }));
    await refuses(hr.call(TakePerformanceDay, { day: '2027-01-01' }), 'request.invalid');
    others.telephonesAway = true;
    const { taken: still, problems } = await hr.call(TakePerformanceDay, { day: '2026-10-03' });
    others.telephonesAway = false;
    expect([still, problems.length]).toEqual([['ratings', 'presence', 'correctness'], 1]);
    expect(await indicator('talk-seconds')).toMatchObject({ state: 'known', value: 120 });
  });

  it('what somebody records is checked, counted and can be taken back', async () => {
    await refuses(record('A001', { points: 11 }), 'performance-item.invalid');
    await refuses(record('A001', { kind: 'award', points: 6 }), 'performance-item.invalid');
    await refuses(record('A001', { kind: 'fine', category: 'smoking' }), 'performance-item.invalid');
    await refuses(
      record('A001', { points: 2, incident: 'attendance:2026-10-05' }),
      'performance-item.invalid',
    );
    await refuses(record('H001', { points: 2 }), 'performance.own-matter');
    await refuses(record('X999', { points: 2 }), 'staff.not-found');
    await record('A001', { kind: 'award', category: 'adopted-proposal', points: 5 });
    await record('A002', { kind: 'fine', category: 'uniform' });
    const { itemId } = await record('A002', { points: 9, evidence: ['recording:1'] });
    await hr.call(CancelPerformanceItem, { itemId, reason: '误记' }, as('H001'));
    await refuses(
      hr.call(CancelPerformanceItem, { itemId, reason: '误记' }),
      'performance-item.already-cancelled',
    );
    expect((await hr.call(ListPerformanceItems, { month: MONTH })).items).toHaveLength(2);
    expect(
      (await hr.call(ListPerformanceItems, { month: MONTH, cancelled: true, limit: 2 })).nextCursor,
    ).toBeDefined();
  });

  it('once the facts are there, the month is reckoned anew: another version with every step', async () => {
    await closeMonth(hr, MONTH, {
      A001: { lateCount: 2, sick: { occurrences: 1, days: 7 } },
      A002: { absentDays: 1, lateCount: 1, yearSick: { occurrences: 4, days: 31 } },
    });
    others.judge('A001', 'W20261003-000001', true);
    for (const work of ['W1', 'W2', 'W3']) others.judge('A001', work, work !== 'W3');
    await hr.call(TakePerformanceDay, { day: '2026-10-31' });
    await runDone();
    const score = await scoreOf('A001');
    // 100 − 2×2 − 4 (attendance) − 5×2 − 2 (10.5 minutes in hand, one case overdue) − 20 (75 % of 97, capped) + 5
    expect(score).toMatchObject({ version: 2, score: 65, missing: [], bonusFen: 10_000, finesFen: 0 });
    const statement = await hr.call(GetMonthlyScore, { scoreId: score.scoreId });
    expect(statement.lines.reduce((sum, { points }) => sum + points, 100)).toBe(65);
    expect(statement.bonusLines.reduce((sum, { points }) => sum + points, 40_000)).toBe(10_000);
    expect(statement.facts).toMatchObject({ month: MONTH, inHand: { state: 'known', value: { cases: 2 } } });
    expect(await scoreOf('A002')).toMatchObject({ score: 98, finesFen: 7_000 });
    expect((await scoreOf('S001')).bonusFen).toBeUndefined();
    expect((await scores({ allVersions: true })).length).toBeGreaterThan(7);
    // Nothing changed: no version.
    expect(await named('A001', 'A002')).toMatchObject({ scored: 0, unchanged: 2, state: 'done' });
  });

  it('thresholds are told to HR with the medical period, and nothing is done (§22)', async () => {
    const { items } = await hr.call(ListDismissalAlerts, { month: MONTH });
    expect(items.map(({ staffNumber, rule }) => [staffNumber, rule])).toEqual([
      ['A002', 'L373'],
      ['A002', 'L375'],
    ]);
    expect(items[0]?.text['zh-CN']).toContain('医疗期');
  });

  it('a case with a documented outside cause counts no more (L378)', async () => {
    const [overdue] = (await hr.call(ListPerformanceCases, { overdue: true, month: MONTH })).items;
    const exclusion = { caseId: overdue?.caseId ?? '', reason: '系统故障', evidence: 'fault-log:17' };
    await refuses(hr.call(ExcludePerformanceCase, exclusion, as('A001')), 'performance.own-matter');
    await hr.call(ExcludePerformanceCase, exclusion, as('H001'));
    await refuses(
      hr.call(ExcludePerformanceCase, exclusion, as('H001')),
      'performance-case.already-excluded',
    );
    expect(await named('A001')).toMatchObject({ scored: 1 });
    expect(await scoreOf('A001')).toMatchObject({ version: 3, score: 77 });
  });

  it("one person's missing facts stop nobody: the others are whole", async () => {
    const facts = hr.get(AttendanceFacts);
    const real = facts.ofMonth.bind(facts);
    facts.ofMonth = async (numbers, month) => {
      if (numbers.includes('A003')) throw new Error('the punches of A003 cannot be read');
      return real(numbers, month);
    };
    await named('A001', 'A002', 'A003').finally(() => (facts.ofMonth = real));
    expect((await scoreOf('A003')).missing).toContain('attendance');
    expect((await scoreOf('A002')).missing).toEqual([]);
    await named('A003');
  });

  it('group leaders see their group, a person their own once it is told', async () => {
    const seen = await hr.call(ListMonthlyScores, { month: MONTH }, as('L001'));
    expect(seen.items.map(({ staffNumber }) => staffNumber)).toEqual(['A001', 'A002', 'L001']);
    const other = await scoreOf('A003');
    await refuses(hr.call(GetMonthlyScore, { scoreId: other.scoreId }, as('L001')), 'access.forbidden');
    await refuses(
      hr.call(ListStaffIndicators, { month: MONTH, staffNumber: 'A003' }, as('L001')),
      'access.forbidden',
    );
    expect((await hr.call(ListOwnMonthlyScores, {}, as('A001'))).items).toEqual([]);
    const { scoreId } = await scoreOf('A001');
    await refuses(hr.call(GetOwnMonthlyScore, { scoreId }, as('A001')), 'monthly-score.not-found');
    await refuses(hr.call(ListOwnMonthlyScores, {}), 'performance.not-staff');
  });

  it('published, a score is acknowledged or appealed once; another person decides, with points given back', async () => {
    const reason = '无考试数据';
    const published = await hr.call(
      PublishMonthlyScores,
      { month: MONTH, incompleteReason: reason },
      as('H001'),
    );
    expect(published).toEqual({ published: 7, incomplete: 0 });
    const { scoreId } = await scoreOf('A001');
    const { scoreId: second } = await scoreOf('A002');
    await refuses(hr.call(GetOwnMonthlyScore, { scoreId: second }, as('A001')), 'monthly-score.not-found');
    expect(await hr.call(AcknowledgeMonthlyScore, { scoreId: second }, as('A002'))).toMatchObject({
      state: 'acknowledged',
    });
    const appeal = { scoreId, text: '第三件工单判定有误' };
    // Asked many times at once, it is one appeal.
    const appeals = await Promise.allSettled(
      Array.from({ length: 10 }, () => hr.call(AppealMonthlyScore, appeal, as('A001'))),
    );
    expect(appeals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await named('A001')).toMatchObject({ scored: 0 });
    const decide = (by: string, more: object = {}) =>
      hr.call(DecideScoreAppeal, { scoreId, decision: 'granted', text: '属实', points: 8, ...more }, as(by));
    await refuses(decide('S001'), 'monthly-score.decided-by-scorer');
    await refuses(decide('H001'), 'monthly-score.decided-by-scorer');
    await refuses(decide('A001'), 'performance.own-matter');
    await refuses(decide('D001', { points: undefined }), 'monthly-score.correction-missing');
    expect(await decide('D001')).toMatchObject({
      state: 'decided',
      version: 4,
      score: 85,
      appealText: appeal.text,
    });
    expect(await scoreOf('A001')).toMatchObject({
      score: 85,
      decision: 'granted',
      decidedBy: ACCOUNTS['D001'],
    });
    const told = (await hr.call(ListOwnMonthlyScores, {}, as('A001'))).items;
    expect(told.map(({ version, score }) => [version, score])).toEqual([
      [4, 85],
      [3, 77],
    ]);
    await refuses(
      hr.call(AppealMonthlyScore, { ...appeal, scoreId: told[0]?.scoreId ?? '' }, as('A001')),
      'monthly-score.not-allowed-in-state',
    );
  });

  it('after the days of appeal a score is final, and a run leaves it; the bonus is drafted, approved by others and run', async () => {
    const draft = () => hr.call(DraftBonusProposal, { month: MONTH, runBy: 'S001' }, as('H001'));
    await refuses(draft(), 'bonus-proposal.scores-not-final');
    now = new Date('2026-11-20T02:00:00Z');
    expect(await hr.get(MonthlyScores).finish(now, 100)).toBe(7);
    const { scoreId } = await scoreOf('A002');
    await refuses(
      hr.call(AppealMonthlyScore, { scoreId, text: '迟了' }, as('A002')),
      'monthly-score.appeal-period-over',
    );
    await record('A002', { points: 10 });
    await runDone();
    expect(await scoreOf('A002')).toMatchObject({ score: 98, state: 'final' });
    const { proposalId, people, bonusFen } = await draft();
    expect([people, bonusFen]).toEqual([3, 15_000 + 40_000 + 40_000]);
    expect((await hr.call(ListBonusLines, { proposalId })).items.map(({ bonusFen: own }) => own)).toEqual([
      15_000, 40_000, 40_000,
    ]);
    const approve = (by: string) => hr.call(ApproveBonusProposal, { proposalId }, as(by));
    await refuses(approve('H001'), 'bonus-proposal.not-an-approver');
    const [first, again] = await Promise.allSettled([approve('D001'), approve('D001')]);
    expect([first?.status, again?.status].sort()).toEqual(['fulfilled', 'rejected']);
    const run = (by: string) => hr.call(RunBonusProposal, { proposalId, reference: 'PAY-10' }, as(by));
    await refuses(run('S001'), 'bonus-proposal.not-allowed-in-state');
    expect(await approve('L001')).toMatchObject({ state: 'approved' });
    await refuses(run('D001'), 'bonus-proposal.not-the-runner');
    // Who was named has left: nothing waits for them, a head or director runs it.
    await hr.query(`update staff set status = 'left', left_on = '2026-11-20' where staff_number = 'S001'`);
    await refuses(run('L001'), 'bonus-proposal.not-the-runner');
    expect(await run('D001')).toMatchObject({ state: 'run', runReference: 'PAY-10' });
    await hr.query(`update staff set status = 'active', left_on = null where staff_number = 'S001'`);
    await refuses(draft(), 'bonus-proposal.not-allowed-in-state');
  });

  it('a run goes on where another process left it, and steps of two at once do nothing twice', async () => {
    now = new Date('2026-12-02T02:00:00Z');
    await hr.query(
      `insert into score_run (id, month, state, after, staff, started_at, started_by)
       values (gen_random_uuid(), '2026-11', 'running', 'A002', 2, now(), 'gone')`,
    );
    const begun = await Promise.all(
      Array.from({ length: 4 }, () => hr.call(RunMonthlyScores, { month: '2026-11' }, as('S001'))),
    );
    expect(new Set(begun.map(({ runId }) => runId)).size).toBe(1);
    await waitFor(
      'the run',
      async () => {
        const { items } = await hr.call(ListScoreRuns, { month: '2026-11' });
        return items.every(({ state }) => state === 'done');
      },
      WITHIN_MS,
    );
    const { items } = await hr.call(ListMonthlyScores, { month: '2026-11' });
    expect(items.map(({ staffNumber, version }) => `${staffNumber} ${version}`)).toEqual(
      ['A003', 'D001', 'H001', 'L001', 'S001'].map((staffNumber) => `${staffNumber} 1`),
    );
    expect((await hr.call(ListScoreRuns, { month: '2026-11' })).items).toMatchObject([
      { staff: 7, scored: 5 },
    ]);
  });

  it('totals rank what was told; awards are proposed', async () => {
    const { items } = await hr.call(ListScoreTotals, { period: '2026-H2', limit: 2 });
    expect(items.map(({ total, rank, months, missing }) => [total, rank, months, missing.length])).toEqual([
      [100, 1, 1, 5],
      [100, 1, 1, 5],
    ]);
    const group = await hr.call(ListScoreTotals, { period: '2026', groupCode: 'telephone' });
    expect(group.items.map(({ staffNumber, total }) => [staffNumber, total])).toEqual([
      ['L001', 100],
      ['A002', 98],
      ['A001', 85],
    ]);
    await refuses(hr.call(ListScoreTotals, { period: '2026-Q3' }), 'request.invalid');
    await hr.query(
      `insert into staff_proposal (id, staff_number, title, text, state, submitted_at, due_on, judged_at, judged_on, judged_by)
       values (gen_random_uuid(), 'A003', '话术模板', '…', 'adopted', now(), '2026-10-20', now(), '2026-10-15', 'head')`,
    );
    const awards = (await hr.call(ListAwardProposals, { month: MONTH })).items;
    expect(awards.at(-1)).toMatchObject({ award: 'adopted', staffNumber: 'A003', name: '姓名A003' });
    expect(
      awards
        .filter(({ award }) => award === 'title')
        .map(({ code, staffNumber }) => `${code} ${staffNumber}`),
    ).toEqual(expect.arrayContaining(['best-service A001', 'innovation A001', 'innovation A003']));
  });

  it('appraisals by template: weights of 100 to publish, indicators reckoned, the rest judged, told and acknowledged', async () => {
    const { items: templates } = await hr.call(ListAppraisalTemplates, {});
    expect(templates.map(({ code, state, weight }) => [code, state, weight])).toEqual([
      ['agent-quarter', 'published', 100],
      ['agent-year', 'published', 100],
      ['leader-year', 'published', 100],
      ['sample-s2', 'draft', 55],
    ]);
    await refuses(hr.call(PublishAppraisalTemplate, { code: 'sample-s2' }), 'appraisal-template.invalid');
    const document = { ...STANDARD_APPRAISAL_TEMPLATES['agent-year'], period: 'quarter' };
    expect(await hr.call(SaveAppraisalTemplate, { code: 'agent-quarter', document })).toMatchObject({
      version: 2,
      state: 'draft',
    });
    expect(await hr.call(PublishAppraisalTemplate, { code: 'agent-quarter' })).toMatchObject({ version: 2 });

    const draft = (more: object = {}, by = 'H001') =>
      hr.call(DraftAppraisal, { staffNumber: 'A001', period: '2026-Q4', ...more }, as(by));
    await refuses(draft({}, 'A001'), 'performance.own-matter');
    await refuses(draft({ period: '2026-H2' }), 'appraisal.period-invalid');
    await refuses(draft({ templateCode: 'agent-year' }), 'appraisal.period-invalid');
    await refuses(draft({ judged: { csat: 5 } }), 'appraisal-template.invalid');
    const first = await draft({ judged: { 'team-work': 90 } });
    expect(first.result).toMatchObject({ missing: ['solved', 'quality-score', 'development'] });
    await refuses(
      hr.call(PublishAppraisal, { appraisalId: first.appraisalId }, as('H001')),
      'appraisal.incomplete',
    );
    const leader = {
      staffNumber: 'S001',
      period: '2026',
      judged: { 'shift-quality': 80, 'shift-efficiency': 90 },
    };
    const judged = { ...leader.judged, 'team-work': 100, development: 50 };
    const whole = await draft({ ...leader, judged });
    expect(whole).toMatchObject({ templateCode: 'leader-year', total: 82, state: 'draft' });
    const { appraisalId } = whole;
    expect(await hr.call(PublishAppraisal, { appraisalId }, as('H001'))).toMatchObject({
      state: 'published',
    });
    await refuses(draft(leader), 'appraisal.not-allowed-in-state');
    await refuses(hr.call(AcknowledgeAppraisal, { appraisalId }, as('A001')), 'appraisal.not-found');
    expect(await hr.call(AcknowledgeAppraisal, { appraisalId, comment: '同意' }, as('S001'))).toMatchObject({
      state: 'acknowledged',
      comment: '同意',
    });
    expect(
      (await hr.call(ListAppraisals, {}, as('L001'))).items.map(({ staffNumber }) => staffNumber),
    ).toEqual(['A001']);
  });
});
