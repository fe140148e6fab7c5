import {
  AcknowledgeEvaluation,
  AppealEvaluation,
  AssignQualityItem,
  CheckQualitySample,
  CloseCalibration,
  CloseImprovementPlan,
  DecideQualityAppeal,
  DrawQualitySample,
  EnterCalibration,
  EvaluateCall,
  type EvaluateCallRequest,
  FinishImprovementAction,
  GetCalibration,
  GetEvaluation,
  GetInspectorWorkload,
  GetOwnEvaluation,
  GetQualityReport,
  GetQualitySample,
  GetScorecard,
  GetTranscript,
  HearOwnRecording,
  HireStaff,
  ImportTranscript,
  type ItemMarkBody,
  LinkStaffAccount,
  ListCoachingGaps,
  ListCoachings,
  ListEvaluations,
  ListImprovementPlans,
  ListOwnEvaluations,
  ListOwnImprovementPlans,
  ListQualityAppeals,
  ListQualityEscalations,
  ListQualityFrame,
  ListQualityItems,
  ListRecordingUses,
  ListScorecards,
  NoteImprovementPlan,
  OpenCalibration,
  OpenImprovementPlan,
  PublishScorecard,
  PutStaffGroup,
  QualityFaultRepeated,
  RecordCoaching,
  RetireScorecard,
  SettleQualityEscalation,
  TellEvaluation,
  WriteScorecard,
} from '@switchyard/contracts';
import { SAMPLE_SCORECARD, scorecardItems } from '@switchyard/domain';
import { CLOCK, type Clock, InProcessBus } from '@switchyard/platform';
import { QualityFindings } from '../src/quality/findings.port';
import { QualityFacts } from '../src/quality/quality-facts.port';
import { DrawDaily } from '../src/quality/sampling/draw-daily';
import { CallsOfOthers } from './calls-of-others';
import { HrFixture } from './hr-fixture';

const account = (number: number) => `0b5f1a52-6a55-4c1d-9f5e-6f7a3c1d${String(number).padStart(4, '0')}`;
const WRITER = ['quality:read', 'quality:write', 'quality:coach'];
const inspector = (number: number) => ({ id: account(number), permissions: WRITER });
const FIRST = inspector(11);
const SECOND = inspector(12);
const THIRD = inspector(13);
const LEADER = { id: account(21), permissions: ['quality:read', 'quality:coach'] };
const AGENT = { id: account(1), permissions: ['self:read', 'self:write'] };

/** Everything as good as can be, but for what is told. */
const marks = (changed: Readonly<Record<string, Omit<ItemMarkBody, 'item'>>> = {}): ItemMarkBody[] =>
  scorecardItems(SAMPLE_SCORECARD.sections).map(({ code, kind, weight }) => ({
    item: code,
    ...(changed[code] ?? (kind === 'points' ? { points: weight } : { passed: true })),
  }));

describe('quality control', () => {
  const bus = new InProcessBus();
  let now = new Date('2026-03-11T02:00:00Z');
  let hr: HrFixture;
  let others: CallsOfOthers;

  const setClock = () => Object.assign(hr.get<Clock>(CLOCK as never), { now: () => now });
  const evaluate = (
    request: Omit<EvaluateCallRequest, 'marks'> & { marks?: ItemMarkBody[] },
    who: object = FIRST,
  ) => hr.call(EvaluateCall, { marks: marks(), ...request }, who);
  const judge = async (startedAt: string, changed: Parameters<typeof marks>[0], workNo = 'A1') =>
    evaluate({ recordingId: others.add({ startedAt, workNo }).id, marks: marks(changed) });

  const remindersOf = async (staffNumber: string) =>
    (
      await hr.query<{ kind: string }>('select kind from reminder where staff_number = $1', [staffNumber])
    ).map(({ kind }) => kind);

  beforeAll(async () => {
    others = new CallsOfOthers(bus);
    hr = await HrFixture.start({ bus });
    setClock();
    const hire = (staffNumber: string, postCode: string, groupCode: string, hiredOn = '2025-01-06') =>
      hr.call(HireStaff, {
        staffNumber,
        name: `员工${staffNumber}`,
        postCode,
        groupCode,
        hiredOn,
        departmentCode: groupCode === 'inspection' ? 'quality' : 'operations',
      });
    await hire('L1', 'group-leader', 'telephone');
    const group = { code: 'telephone', nameZh: '话务组', nameEn: 'Telephone', departmentCode: 'operations' };
    await hr.call(PutStaffGroup, { ...group, leaderNumber: 'L1' });
    await hire('A1', 'agent', 'telephone');
    await hire('A2', 'agent', 'telephone', '2026-02-20');
    await hire('A3', 'senior-agent', 'telephone');
    await hire('A4', 'agent', 'online');
    for (const number of ['Q1', 'Q2', 'Q3']) await hire(number, 'quality-inspector', 'inspection');
    for (const [staffNumber, number] of Object.entries({ A1: 1, Q1: 11, Q2: 12, Q3: 13, L1: 21 })) {
      await hr.call(LinkStaffAccount, { staffNumber, accountId: account(number) });
    }
    for (let day = 2; day <= 10; day += 1) {
      const at = (hour: number, minute: number) =>
        new Date(Date.UTC(2026, 2, day, hour - 8, minute)).toISOString();
      for (let call = 0; call < 20; call += 1)
        others.add({ startedAt: at(8 + (call % 14), call), workNo: 'A1' });
      for (let call = 0; call < 10; call += 1) {
        others.add({ startedAt: at(9 + call, 30), workNo: 'A2', talkSeconds: call === 0 ? 200 : 100 });
      }
      others.add({ startedAt: at(0, 5), workNo: 'X9' });
      others.add({ startedAt: at(12, 0), workNo: 'A1', seconds: 3 });
      others.add({ startedAt: at(13, 0), workNo: 'A1', state: 'missing' });
      if (day === 4) others.add({ startedAt: at(10, 10), workNo: 'A3' });
    }
  }, 120_000);

  afterAll(() => hr.close());

  it('has the sample form in force, and publishes no form whose weights do not sum to 100 (C15)', async () => {
    expect(await hr.call(GetScorecard, { code: 'inbound' })).toMatchObject({
      version: 1,
      state: 'published',
      weightSum: 100,
    });
    const printed = SAMPLE_SCORECARD.sections.filter(({ code }) => !['attitude', 'record'].includes(code));
    const body = { code: 'chat', names: SAMPLE_SCORECARD.names };
    const draft = { ...body, sections: structuredClone(printed) as never };
    expect(await hr.call(WriteScorecard, draft, FIRST)).toMatchObject({
      state: 'draft',
      version: 1,
      weightSum: 70,
    });
    await expect(hr.call(PublishScorecard, { code: 'chat' }, FIRST)).rejects.toMatchObject({
      code: 'scorecard.invalid',
      message: expect.stringContaining('sum to 70'),
    });
    const whole = { ...body, sections: structuredClone(SAMPLE_SCORECARD.sections) as never };
    await hr.call(WriteScorecard, whole, FIRST);
    expect(await hr.call(PublishScorecard, { code: 'chat' }, FIRST)).toMatchObject({
      version: 1,
      state: 'published',
    });
    await hr.call(WriteScorecard, whole, FIRST);
    const versions = await Promise.allSettled(
      [1, 2, 3].map(() => hr.call(PublishScorecard, { code: 'chat' }, FIRST)),
    );
    expect(versions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await hr.call(ListScorecards, { code: 'chat' });
    expect(items.map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ]);
    expect(await hr.call(RetireScorecard, { code: 'chat' }, FIRST)).toMatchObject({
      version: 2,
      state: 'retired',
    });
    await expect(hr.call(GetScorecard, { code: 'chat' })).rejects.toMatchObject({
      code: 'scorecard.not-found',
    });
  });

  it('draws a day: 10 % of all, 15 % of the new, what cannot be judged left out, and nobody’s own to nobody', async () => {
    const sample = await hr.call(DrawQualitySample, { day: '2026-03-02' }, FIRST);
    expect(sample).toMatchObject({
      frame: 30,
      withoutStaff: 1,
      tooShort: 1,
      size: 4,
      drawn: 4,
      drawnBy: account(11),
    });
    expect(sample.people).toContainEqual({ staffNumber: 'A2', kind: 'new' });
    const { items } = await hr.call(ListQualityItems, { from: '2026-03-02', to: '2026-03-02' }, FIRST);
    expect(items.map(({ staffNumber, reason }) => `${staffNumber} ${reason}`).sort()).toEqual([
      'A1 share',
      'A1 share',
      'A2 new',
      'A2 new',
    ]);
    expect(items.every(({ inspector: who }) => /^Q[123]$/.test(who ?? ''))).toBe(true);
    expect((await hr.call(ListQualityFrame, { day: '2026-03-02', limit: 7 })).items).toHaveLength(7);
    await expect(hr.call(DrawQualitySample, { day: '2026-03-02' }, FIRST)).rejects.toMatchObject({
      code: 'quality-sample.already-drawn',
    });
    await expect(hr.call(DrawQualitySample, { day: '2026-03-11' }, FIRST)).rejects.toMatchObject({
      code: 'quality-sample.day-not-over',
    });
  });

  it('catches up what was missed and adds who was not heard in the week, each once though two processes do it', async () => {
    const waiting = others.add({ startedAt: '2026-03-10T10:00:00.000Z', workNo: 'A1', state: 'expected' });
    now = new Date('2026-03-10T21:30:00Z');
    await hr.get(DrawDaily).round();
    await expect(hr.call(GetQualitySample, { day: '2026-03-10' })).rejects.toMatchObject({
      code: 'quality-sample.not-found',
    });
    Object.assign(waiting, { state: 'missing' });
    now = new Date('2026-03-11T02:00:00Z');
    await Promise.all([1, 2, 3].map(() => hr.get(DrawDaily).round()));
    for (let day = 2; day <= 10; day += 1) {
      const name = `2026-03-${String(day).padStart(2, '0')}`;
      expect(await hr.call(GetQualitySample, { day: name })).toMatchObject({ size: day === 4 ? 5 : 4 });
      expect(await hr.call(CheckQualitySample, { day: name })).toMatchObject({
        same: true,
        onlyStored: [],
        onlyDrawn: [],
      });
    }
    const { items } = await hr.call(
      ListQualityItems,
      { from: '2026-03-02', to: '2026-03-08', limit: 200 },
      FIRST,
    );
    expect(new Set(items.map(({ staffNumber }) => staffNumber))).toEqual(new Set(['A1', 'A2', 'A3']));
    expect(items.filter(({ staffNumber }) => staffNumber === 'A3')).toHaveLength(1);
    const load = await hr.call(GetInspectorWorkload, { from: '2026-03-01', to: '2026-03-11' }, FIRST);
    const assigned = load.items.map((row) => row.assigned);
    expect(load.items.map((row) => row.inspector)).toEqual(['Q1', 'Q2', 'Q3']);
    expect(Math.max(...assigned) - Math.min(...assigned)).toBeLessThanOrEqual(1);
  });

  it('keeps what a day was drawn from for the days of the policy, and the draw for good', async () => {
    now = new Date('2027-04-08T02:00:00Z');
    await hr.get(DrawDaily).round();
    await expect(hr.call(CheckQualitySample, { day: '2026-03-03' })).rejects.toMatchObject({
      code: 'quality-sample.frame-gone',
    });
    expect(await hr.call(GetQualitySample, { day: '2026-03-03' })).toMatchObject({ frame: 30, drawn: 4 });
    expect(await hr.call(CheckQualitySample, { day: '2026-03-04' })).toMatchObject({ same: true });
    now = new Date('2026-03-11T02:00:00Z');
  });

  it('judges a drawn call by who it is for; what cannot be heard any more is closed', async () => {
    const { items } = await hr.call(ListQualityItems, { inspector: 'Q1', state: 'open', limit: 5 }, FIRST);
    const [item, gone] = items;
    const itemId = item?.itemId ?? '';
    await expect(evaluate({ itemId }, SECOND)).rejects.toMatchObject({
      code: 'quality-item.of-another-inspector',
    });
    await expect(evaluate({ itemId, marks: marks().slice(1) })).rejects.toMatchObject({
      code: 'evaluation.marks-invalid',
      details: { fields: [{ field: 'marks.greeting-active', problems: ['is not marked'] }] },
    });
    const late = [{ second: 500, note: '结束' }];
    await expect(evaluate({ itemId, timeMarks: late })).rejects.toMatchObject({
      code: 'evaluation.marks-invalid',
    });
    const timeMarks = [{ second: 12.5, item: 'need-restated', note: '未复述' }];
    const answers = await Promise.allSettled([1, 2, 3].map(() => evaluate({ itemId, timeMarks })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const page = await hr.call(ListEvaluations, { staffNumber: item?.staffNumber }, FIRST);
    const evaluation = await hr.call(
      GetEvaluation,
      { evaluationId: page.items[0]?.evaluationId ?? '' },
      FIRST,
    );
    expect(evaluation).toMatchObject({
      score: 100,
      evaluator: 'Q1',
      step: 'evaluated',
      phraseSource: 'none',
      timeMarks,
    });
    Object.assign(others.recordings.find(({ id }) => id === gone?.recordingId) ?? {}, { state: 'deleted' });
    await expect(evaluate({ itemId: gone?.itemId })).rejects.toMatchObject({
      code: 'evaluation.recording-unusable',
    });
    await expect(evaluate({ itemId: gone?.itemId })).rejects.toMatchObject({ code: 'quality-item.not-open' });
    const open = await hr.call(ListQualityItems, { inspector: 'Q2', state: 'open', limit: 1 }, FIRST);
    const other = open.items[0];
    await expect(
      hr.call(AssignQualityItem, { itemId: other?.itemId ?? '', inspector: 'A4' }, FIRST),
    ).rejects.toMatchObject({ code: 'quality-item.inspector-unknown' });
    const given = await hr.call(AssignQualityItem, { itemId: other?.itemId ?? '', inspector: 'Q1' }, FIRST);
    expect(given).toMatchObject({ inspector: 'Q1', state: 'open' });
  });

  it('finds forbidden phrases in transcripts and quotations, and says when there was nothing to search', async () => {
    const { id: recordingId } = others.add({ startedAt: '2026-03-09T03:00:00.000Z', workNo: 'A4' });
    await expect(hr.call(GetTranscript, { recordingId })).rejects.toMatchObject({
      code: 'quality-transcript.not-found',
    });
    const lines = [
      { second: 2, speaker: 'caller' as const, text: '没办法了吗？' },
      { second: 7.5, speaker: 'agent' as const, text: '这我，怎么知道！' },
    ];
    const transcript = await hr.call(ImportTranscript, { recordingId, source: 'recogniser 1', lines }, FIRST);
    expect(transcript.phrases).toMatchObject([
      { code: 'forbidden-07', second: 7.5, instead: '请稍等，我为您查询' },
    ]);
    others.deskAway = true;
    await expect(evaluate({ recordingId })).rejects.toMatchObject({ code: 'service.unavailable' });
    others.deskAway = false;
    const evaluation = await evaluate({ recordingId, quotes: '没办法' });
    expect(evaluation).toMatchObject({ phraseSource: 'both', phraseHits: 2 });
    expect(evaluation.phrases.map(({ code }) => code)).toEqual(['forbidden-07', 'forbidden-12']);
  });

  it('lets the agent hear first, then acknowledge and appeal; another inspector decides and both results stay', async () => {
    const wrong = { 'critical-wrong-business': { passed: false, note: '电价说错' } };
    const { evaluationId } = await judge('2026-03-10T01:00:00.000Z', wrong);
    const own = { evaluationId };
    await expect(hr.call(GetOwnEvaluation, own, AGENT)).rejects.toMatchObject({
      code: 'evaluation.not-found',
    });
    await hr.call(TellEvaluation, { ...own, mode: 'written', text: '请复习电价' }, FIRST);
    await expect(
      hr.call(TellEvaluation, { ...own, mode: 'written', text: '再说一次' }, FIRST),
    ).rejects.toMatchObject({
      code: 'evaluation.not-allowed-at-step',
    });
    const before = await hr.call(GetOwnEvaluation, own, AGENT);
    expect(before).toMatchObject({ step: 'told', results: [] });
    expect([before.score, before.critical, before.evaluatedBy]).toEqual([undefined, undefined, undefined]);
    await expect(hr.call(AcknowledgeEvaluation, own, AGENT)).rejects.toMatchObject({
      code: 'evaluation.not-heard',
    });
    await expect(hr.call(HearOwnRecording, own, { id: account(99) })).rejects.toMatchObject({
      code: 'quality.account-is-no-staff',
    });
    await expect(hr.call(HearOwnRecording, own, LEADER)).rejects.toMatchObject({
      code: 'evaluation.not-found',
    });
    await hr.call(HearOwnRecording, own, AGENT);
    const heard = await hr.call(GetOwnEvaluation, own, AGENT);
    expect(heard).toMatchObject({ score: 0, critical: true });
    expect(JSON.stringify(heard.results)).not.toContain(FIRST.id);
    expect(await hr.call(AcknowledgeEvaluation, { ...own, comment: '已了解' }, AGENT)).toMatchObject({
      step: 'acknowledged',
    });
    const appeals = await Promise.allSettled(
      [1, 2, 3].map(() => hr.call(AppealEvaluation, { ...own, reason: '客户问的是峰谷电价' }, AGENT)),
    );
    expect(appeals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await hr.call(ListOwnEvaluations, { acknowledged: true }, AGENT)).items).toMatchObject([
      { step: 'appealed' },
    ]);
    const [appeal] = (await hr.call(ListQualityAppeals, { state: 'open' }, SECOND)).items;
    const decision = { appealId: appeal?.appealId ?? '', outcome: 'changed' as const, decision: '回答正确' };
    await expect(hr.call(DecideQualityAppeal, { ...decision, marks: marks() }, FIRST)).rejects.toMatchObject({
      code: 'quality-appeal.needs-another',
    });
    await expect(hr.call(DecideQualityAppeal, decision, SECOND)).rejects.toMatchObject({
      code: 'evaluation.marks-invalid',
    });
    const better = marks({ 'answer-right': { points: 10 } });
    const decided = await hr.call(DecideQualityAppeal, { ...decision, marks: better }, SECOND);
    expect(decided).toMatchObject({ score: 90, critical: false, resultVersion: 2, step: 'decided' });
    expect(decided.results.map(({ result }) => result.score)).toEqual([0, 90]);
    expect(await remindersOf('A1')).toEqual(['quality-evaluation', 'quality-appeal']);
    await expect(hr.call(DecideQualityAppeal, { ...decision, marks: better }, THIRD)).rejects.toMatchObject({
      code: 'quality-appeal.already-decided',
    });
    const late = await judge('2026-03-10T01:30:00.000Z', {});
    await hr.call(
      TellEvaluation,
      { evaluationId: late.evaluationId, mode: 'face-to-face', text: '很好' },
      FIRST,
    );
    await hr.call(HearOwnRecording, { evaluationId: late.evaluationId }, AGENT);
    now = new Date('2026-03-17T02:00:00Z');
    await expect(
      hr.call(AppealEvaluation, { evaluationId: late.evaluationId, reason: '不同意' }, AGENT),
    ).rejects.toMatchObject({ code: 'quality-appeal.too-late' });
    now = new Date('2026-03-11T02:00:00Z');
  });

  it('tells which recordings it needs: drawn and not judged, to be told, open to appeal, or appealed against', async () => {
    const startedAt = '2026-01-10T01:00:00.000Z';
    const [free, disputed] = [1, 2].map(() => others.add({ startedAt, workNo: 'A1' }).id);
    const calibrated = others.add({ startedAt, workNo: 'A1' }).id;
    const [drawn] = await hr.query<{ id: string }>(
      `select recording_id as id from quality_item where state = 'open' limit 1`,
    );
    const recordingIds = [free, disputed, calibrated, drawn?.id ?? ''].map(String);
    const needed = async () =>
      (await hr.call(ListRecordingUses, { recordingIds })).inJudgement.filter((id) => id !== drawn?.id);
    expect((await hr.call(ListRecordingUses, { recordingIds })).inJudgement).toEqual([drawn?.id]);

    const { evaluationId } = await evaluate({ recordingId: disputed });
    expect(await needed()).toEqual([disputed]);
    await hr.call(TellEvaluation, { evaluationId, mode: 'written', text: '请再听一遍' }, FIRST);
    expect(await needed()).toEqual([disputed]);
    now = new Date('2026-03-17T02:00:00Z');
    expect(await needed()).toEqual([]);
    now = new Date('2026-03-11T02:00:00Z');
    await hr.call(HearOwnRecording, { evaluationId }, AGENT);
    const { appeal } = await hr.call(AppealEvaluation, { evaluationId, reason: '不同意' }, AGENT);
    now = new Date('2026-06-17T02:00:00Z');
    expect(await needed()).toEqual([disputed]);
    const decision = { appealId: appeal?.appealId ?? '', outcome: 'upheld' as const, decision: '维持' };
    await hr.call(DecideQualityAppeal, decision, SECOND);
    expect(await needed()).toEqual([]);
    now = new Date('2026-03-11T02:00:00Z');

    const inspectors = ['Q1', 'Q2'];
    const session = { title: '一致性', recordingId: calibrated, inspectors };
    await hr.call(OpenCalibration, session, FIRST);
    expect(await needed()).toEqual([calibrated]);
  });

  it('tells the leader of a fault at the third time, once though all three are judged at once, and takes it back after an appeal', async () => {
    const fault = { 'closing-thanks': { points: 2 } };
    const days = ['2026-02-02', '2026-02-10', '2026-02-20'];
    const judged = await Promise.all(days.map((day) => judge(`${day}T02:00:00.000Z`, fault, 'A1')));
    const list = () => hr.call(ListQualityEscalations, { itemCode: 'closing-thanks' }, LEADER);
    const [escalation, ...more] = (await list()).items;
    expect(more).toEqual([]);
    expect(escalation).toMatchObject({ staffNumber: 'A1', leaderNumber: 'L1', times: 3, courseCode: '04' });
    expect(await hr.events(QualityFaultRepeated.subject)).toMatchObject([
      { escalationId: escalation?.escalationId },
    ]);
    expect(await remindersOf('L1')).toEqual(['quality-fault-repeated']);
    const february = async () => (await hr.get(QualityFacts).ofMonth(['A1'], '2026-02'))[0];
    expect(await february()).toMatchObject({
      evaluations: 3,
      meanScore: 92,
      criticalErrors: 0,
      repeatedFaults: 1,
    });
    const findings = await hr.get(QualityFindings).between(new Date('2026-02-01'), new Date('2026-03-01'));
    expect(findings).toMatchObject(
      days.map(() => ({ topic: 'closing-thanks', repeated: true, critical: false })),
    );
    const settled = { escalationId: escalation?.escalationId ?? '', settlement: '已面谈' };
    expect(await hr.call(SettleQualityEscalation, settled, LEADER)).toMatchObject({ settledBy: account(21) });
    const evaluationId = judged[1]?.evaluationId ?? '';
    await hr.call(TellEvaluation, { evaluationId, mode: 'written', text: '未致谢' }, FIRST);
    await hr.call(HearOwnRecording, { evaluationId }, AGENT);
    const { appeal } = await hr.call(AppealEvaluation, { evaluationId, reason: '已致谢' }, AGENT);
    const decision = { outcome: 'changed' as const, decision: '确有致谢', marks: marks() };
    await hr.call(DecideQualityAppeal, { ...decision, appealId: appeal?.appealId ?? '' }, SECOND);
    expect((await list()).items[0]?.withdrawnAt).toBeDefined();
    expect(await february()).toMatchObject({ meanScore: 94.67, repeatedFaults: 0 });
  });

  it('shows a leader the own group alone, an inspector all, and nobody judges the own calls', async () => {
    const groups = async (who: object) =>
      new Set((await hr.call(ListEvaluations, { limit: 200 }, who)).items.map(({ groupCode }) => groupCode));
    expect(await groups(LEADER)).toEqual(new Set(['telephone']));
    expect(await groups(FIRST)).toEqual(new Set(['telephone', 'online']));
    const [foreign] = (await hr.call(ListEvaluations, { groupCode: 'online' }, FIRST)).items;
    const evaluationId = foreign?.evaluationId ?? '';
    await expect(hr.call(GetEvaluation, { evaluationId }, LEADER)).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    const { id: recordingId } = others.add({ startedAt: '2026-03-09T04:00:00.000Z', workNo: 'Q1' });
    await expect(evaluate({ recordingId })).rejects.toMatchObject({ code: 'evaluation.own-call' });
    const lowest = (await hr.call(ListEvaluations, { sort: 'lowest', limit: 3 }, FIRST)).items;
    const next = await hr.call(ListEvaluations, { sort: 'lowest', limit: 200 }, FIRST);
    const scores = next.items.map(({ score = -1 }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => one - other));
    expect(lowest.map(({ score }) => score)).toEqual(scores.slice(0, 3));
  });

  it('calibrates: everybody scores blind, spread and agreement are shown at the end', async () => {
    const { id: recordingId } = others.add({ startedAt: '2026-03-09T05:00:00.000Z', workNo: 'A2' });
    const request = { title: '三月校准', recordingId, inspectors: ['Q1', 'Q2'] };
    await expect(
      hr.call(OpenCalibration, { ...request, inspectors: ['Q1', 'A1'] }, FIRST),
    ).rejects.toMatchObject({
      code: 'quality-item.inspector-unknown',
    });
    const { calibrationId } = await hr.call(OpenCalibration, request, FIRST);
    await expect(hr.call(EnterCalibration, { calibrationId, marks: marks() }, THIRD)).rejects.toMatchObject({
      code: 'calibration.not-invited',
    });
    await hr.call(EnterCalibration, { calibrationId, marks: marks() }, FIRST);
    await expect(hr.call(CloseCalibration, { calibrationId }, FIRST)).rejects.toMatchObject({
      code: 'calibration.too-few-entries',
    });
    const strict = marks({ 'attitude-tone': { points: 5 } });
    const entered = await hr.call(EnterCalibration, { calibrationId, marks: strict }, SECOND);
    expect(entered.entries.map((entry) => entry.inspector)).toEqual(['Q2']);
    expect(entered).toMatchObject({ entered: ['Q1', 'Q2'], state: 'open' });
    expect((await hr.call(GetCalibration, { calibrationId }, THIRD)).entries).toEqual([]);
    const closed = await hr.call(CloseCalibration, { calibrationId }, FIRST);
    expect(closed.outcome).toMatchObject({ entries: 2, mean: 95, spread: 10, criticalAgreed: true });
    expect(closed.outcome?.items).toContainEqual({
      item: 'attitude-tone',
      mean: 66.67,
      least: 33.33,
      greatest: 100,
      spread: 66.67,
      agreement: 0,
    });
    await expect(hr.call(EnterCalibration, { calibrationId, marks: marks() }, FIRST)).rejects.toMatchObject({
      code: 'calibration.closed',
    });
  });

  it('follows an improvement plan through to its end', async () => {
    const actions = [
      { what: '听优秀录音', due: '2026-03-15' },
      { what: '跟班辅导', due: '2026-03-20' },
    ];
    const plan = {
      staffNumber: 'A1',
      goal: '结束语达标',
      deadline: '2026-03-20',
      itemCodes: ['closing-thanks'],
      actions,
    };
    await expect(
      hr.call(OpenImprovementPlan, { ...plan, deadline: '2026-03-18' }, LEADER),
    ).rejects.toMatchObject({
      code: 'improvement-plan.invalid',
      details: { fields: [{ field: 'actions[1].due' }] },
    });
    await expect(hr.call(OpenImprovementPlan, { ...plan, staffNumber: 'A4' }, LEADER)).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    const { planId, leaderNumber } = await hr.call(OpenImprovementPlan, plan, LEADER);
    expect(leaderNumber).toBe('L1');
    await hr.call(FinishImprovementAction, { planId, place: 1, note: '听了 3 通' }, LEADER);
    await hr.call(NoteImprovementPlan, { planId, text: '有进步' }, LEADER);
    const closing = { planId, state: 'fulfilled' as const, outcome: '达标' };
    await expect(hr.call(CloseImprovementPlan, closing, LEADER)).rejects.toMatchObject({
      code: 'improvement-plan.invalid',
    });
    now = new Date('2026-03-21T02:00:00Z');
    const overdue = await hr.call(ListImprovementPlans, { overdue: true }, LEADER);
    expect(overdue.items).toMatchObject([{ planId, overdue: true, actionCount: 2, actionsDone: 1 }]);
    const own = await hr.call(ListOwnImprovementPlans, {}, AGENT);
    expect(own.items).toMatchObject([
      { planId, notes: [{ text: '有进步' }], actions: [{ overdue: false }, { overdue: true }] },
    ]);
    await hr.call(FinishImprovementAction, { planId, place: 2 }, LEADER);
    expect(await hr.call(CloseImprovementPlan, closing, LEADER)).toMatchObject({
      state: 'fulfilled',
      overdue: false,
    });
    await expect(hr.call(NoteImprovementPlan, { planId, text: '再看' }, LEADER)).rejects.toMatchObject({
      code: 'improvement-plan.closed',
    });
    now = new Date('2026-03-11T02:00:00Z');
  });

  it('counts the minutes of coaching in a week and tells who lacks some', async () => {
    const coaching = {
      staffNumber: 'A1',
      heldAt: '2026-03-09T16:30:00.000Z',
      ownHeardFirst: true,
      topics: '结束语',
    };
    await hr.call(RecordCoaching, { ...coaching, minutes: 20 }, LEADER);
    await hr.call(RecordCoaching, { ...coaching, staffNumber: 'A2' }, LEADER);
    await expect(
      hr.call(RecordCoaching, { ...coaching, heldAt: '2026-03-12T02:00:00.000Z' }, LEADER),
    ).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(hr.call(RecordCoaching, { ...coaching, staffNumber: 'L1' }, LEADER)).rejects.toMatchObject({
      code: 'evaluation.own-call',
    });
    const { items } = await hr.call(ListCoachingGaps, { week: '2026-03-11', groupCode: 'telephone' }, LEADER);
    expect(items.map(({ staffNumber, missing }) => [staffNumber, missing])).toEqual([
      ['A1', 10],
      ['A3', 30],
    ]);
    expect(
      (await hr.call(ListCoachings, { from: '2026-03-10', staffNumber: 'A2' }, LEADER)).items,
    ).toMatchObject([{ minutes: 30 }]);
  });

  it('reports by agent, group, item and week, page by page, each figure defined', async () => {
    const period = { from: '2026-02-01', to: '2026-02-28' };
    const rows = async (by: 'agent' | 'group' | 'item' | 'week') =>
      (await hr.call(GetQualityReport, { ...period, by }, FIRST)).items;
    expect(await rows('agent')).toEqual([
      {
        key: 'A1',
        drawn: 0,
        evaluations: 3,
        meanScore: 94.67,
        criticalErrors: 0,
        criticalErrorPercent: 0,
        transactionQuality: 92.38,
        faults: 2,
        phraseHits: 0,
      },
    ]);
    expect((await rows('group')).map(({ key }) => key)).toEqual(['telephone']);
    expect((await rows('week')).map(({ key }) => key)).toEqual(['2026-02-02', '2026-02-09', '2026-02-16']);
    const item = (await rows('item')).find(({ key }) => key === 'closing-thanks');
    expect(item).toMatchObject({ evaluations: 3, meanScore: 46.67, faults: 2, criticalErrorPercent: 66.67 });
    const worst = { ...period, by: 'item' as const, sort: 'score' as const, limit: 1 };
    const first = await hr.call(GetQualityReport, worst, FIRST);
    expect(first.items[0]?.key).toBe('closing-thanks');
    expect(first.definitions.map(({ field }) => field)).toContain('criticalErrorPercent');
    const second = await hr.call(GetQualityReport, { ...worst, cursor: first.nextCursor }, FIRST);
    expect(second.items[0]?.key).not.toBe('closing-thanks');
    await expect(
      hr.call(GetQualityReport, { from: '2026-02-02', to: '2026-02-01', by: 'week' }, FIRST),
    ).rejects.toMatchObject({
      code: 'request.invalid',
    });
    expect(await hr.get(QualityFacts).ofMonth(['Z9', 'A4'], '2026-03')).toMatchObject([
      { staffNumber: 'Z9', evaluations: 0, criticalErrors: 0 },
      { staffNumber: 'A4', evaluations: 1 },
    ]);
  });
});
