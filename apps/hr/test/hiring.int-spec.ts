import {
  ActOnVacancy,
  AddCandidate,
  type AddCandidateRequest,
  ChangeCandidate,
  EndCandidacy,
  GetCandidate,
  GetStaff,
  GetTurnover,
  GetVacancy,
  HireCandidate,
  HireStaff,
  ListCandidates,
  ListEarlyWarnings,
  ListLeavers,
  ListVacancies,
  OfferCandidate,
  RecordBackgroundCheck,
  RecordContract,
  RecordInterview,
  RecordStaffStep,
  RequestVacancy,
  SetHrPolicy,
  TickChecklist,
} from '@switchyard/contracts';
import { addDays, addMonths, localDateAt, STANDARD_HIRING_POLICY } from '@switchyard/domain';
import { HrFixture } from './hr-fixture';

describe('hiring and turnover', () => {
  let hr: HrFixture;
  const today = localDateAt(new Date());
  const head = { id: 'the-head' };
  const administrator = { id: 'the-administrator' };
  let number = 0;

  beforeAll(async () => {
    hr = await HrFixture.start();
  }, 120_000);

  afterAll(() => hr.close());

  const place = { departmentCode: 'operations', postCode: 'agent', groupCode: 'telephone' };
  const openVacancy = async (headCount = 1) => {
    const { vacancyId } = await hr.call(RequestVacancy, { ...place, headCount, reason: '业务增长' }, head);
    await hr.call(ActOnVacancy, { vacancyId, act: 'approve' }, administrator);
    await hr.call(ActOnVacancy, { vacancyId, act: 'open' }, administrator);
    return vacancyId;
  };
  const apply = (vacancyId: string, more: Partial<AddCandidateRequest> = {}) =>
    hr.call(AddCandidate, { vacancyId, name: '陈晨', channel: 'campus', ...more });
  const able = { education: 'college', mandarin: '2A', charactersPerMinute: 60, office: true } as const;
  const marks = { knowledge: 80, communication: 75, service: 90, adaptability: 60 };
  const offered = async (vacancyId: string) => {
    const { candidateId } = await apply(vacancyId, able);
    await hr.call(RecordInterview, { candidateId, ...marks });
    await hr.call(RecordBackgroundCheck, { candidateId, result: 'clear', note: '学历、无犯罪记录已核实' });
    return hr.call(OfferCandidate, { candidateId });
  };
  const staffNumber = () => `H${String((number += 1)).padStart(3, '0')}`;
  const refuses = (code: string) => ({ code });

  it('asks for heads, and nobody approves their own request', async () => {
    const { vacancyId } = await hr.call(RequestVacancy, { ...place, headCount: 2, reason: '离职补员' }, head);
    const act = (name: 'approve' | 'open' | 'close' | 'refuse', actor: object, note?: string) =>
      hr.call(ActOnVacancy, { vacancyId, act: name, ...(note && { note }) }, actor);
    await expect(act('approve', head)).rejects.toMatchObject(refuses('vacancy.own-request'));
    await expect(act('open', administrator)).rejects.toMatchObject(refuses('vacancy.not-allowed-in-state'));
    await expect(act('close', administrator)).rejects.toMatchObject(refuses('request.invalid'));
    expect(await act('approve', administrator)).toMatchObject({
      state: 'approved',
      decidedBy: 'the-administrator',
    });
    expect(await act('open', head)).toMatchObject({ state: 'open', filled: 0 });
    expect(await act('close', head, '编制冻结')).toMatchObject({ state: 'closed', note: '编制冻结' });
    await expect(apply(vacancyId)).rejects.toMatchObject(refuses('vacancy.not-allowed-in-state'));
    const elsewhere = { ...place, groupCode: 'inspection', headCount: 1, reason: '补员' };
    await expect(hr.call(RequestVacancy, elsewhere)).rejects.toMatchObject(
      refuses('staff.group-of-other-department'),
    );
  });

  it('explains each miss of what the post asks for; an offer needs a reason to pass over it', async () => {
    const vacancyId = await openVacancy();
    const weak = { ...able, mandarin: '2B' as const, charactersPerMinute: 45, office: undefined };
    const { candidateId, findings } = await apply(vacancyId, weak);
    expect(findings).toEqual([
      { requirement: 'education', required: 'college', found: 'college', verdict: 'met' },
      { requirement: 'mandarin', required: '2A', found: '2B', verdict: 'missed' },
      { requirement: 'charactersPerMinute', required: '60', found: '45', verdict: 'missed' },
      { requirement: 'office', required: 'true', verdict: 'unknown' },
    ]);
    await expect(hr.call(OfferCandidate, { candidateId })).rejects.toMatchObject({
      code: 'candidate.obstacles',
      details: {
        obstacles: [
          { kind: 'requirement', requirement: 'mandarin', verdict: 'missed' },
          { kind: 'requirement', requirement: 'charactersPerMinute', verdict: 'missed' },
          { kind: 'requirement', requirement: 'office', verdict: 'unknown' },
          { kind: 'no-interview' },
          { kind: 'no-background-check' },
        ],
      },
    });
    await hr.call(ChangeCandidate, { candidateId, charactersPerMinute: 62, office: true });
    await hr.call(RecordInterview, { candidateId, ...marks, service: 20 });
    const again = await hr.call(RecordInterview, { candidateId, ...marks, remark: '复试' });
    expect(again.interviews.map(({ passed, weak: below }) => [passed, below])).toEqual([
      [true, []],
      [false, ['service']],
    ]);
    await hr.call(RecordBackgroundCheck, { candidateId, result: 'clear', note: '已核实' });
    const { obstacles } = await hr.call(GetCandidate, { candidateId });
    expect(obstacles).toEqual([{ kind: 'requirement', requirement: 'mandarin', verdict: 'missed' }]);
    const made = await hr.call(OfferCandidate, { candidateId, waiver: '方言台席急需，三个月内补考' });
    expect(made).toMatchObject({ state: 'offered', waiver: '方言台席急需，三个月内补考' });
  });

  it('hires with a contract into the vacancy: staff member, seat and kit, the kit to be finished later', async () => {
    const vacancyId = await openVacancy();
    const { candidateId, checklist } = await offered(vacancyId);
    expect(checklist.map(({ code }) => code)).toEqual(
      STANDARD_HIRING_POLICY.onboarding.map(({ code }) => code),
    );
    const hire = { candidateId, staffNumber: staffNumber(), hiredOn: addDays(today, 7) };
    await expect(hr.call(HireCandidate, hire)).rejects.toMatchObject({
      ...refuses('candidate.obstacles'),
      details: { obstacles: [{ kind: 'no-contract' }] },
    });
    await expect(
      hr.call(RecordContract, { candidateId, signedOn: today, until: addDays(today, -1) }),
    ).rejects.toMatchObject(refuses('request.invalid'));
    await hr.call(RecordContract, { candidateId, signedOn: today, until: addMonths(today, 36) });
    const hired = await hr.call(HireCandidate, hire);
    expect(hired).toMatchObject({ state: 'hired', staffNumber: hire.staffNumber, obstacles: [] });
    expect(await hr.call(GetStaff, { staffNumber: hire.staffNumber })).toMatchObject({
      name: '陈晨',
      status: 'expected',
      groupCode: 'telephone',
      hiredOn: hire.hiredOn,
    });
    expect(await hr.call(GetVacancy, { vacancyId })).toMatchObject({ state: 'filled', filled: 1 });
    const ticked = await hr.call(TickChecklist, { candidateId, code: 'headset', done: true, note: 'HS-17' });
    expect(ticked.checklist.find(({ code }) => code === 'headset')).toMatchObject({ note: 'HS-17' });
    expect(ticked.history.map(({ what }) => what)).toEqual([
      'kit-done',
      'hired',
      'contract-signed',
      'offered',
      'background-checked',
      'interviewed',
      'applied',
    ]);
    await expect(hr.call(TickChecklist, { candidateId, code: 'car', done: true })).rejects.toMatchObject(
      refuses('checklist-entry.not-found'),
    );
    await expect(
      hr.call(EndCandidacy, { candidateId, outcome: 'withdrawn', reason: '迟了' }),
    ).rejects.toMatchObject(refuses('candidate.not-allowed-in-state'));
  });

  it('gives the last seat to one of many who want it at once, and leaves no staff member of the others', async () => {
    const vacancyId = await openVacancy();
    const candidates = [];
    for (let count = 0; count < 6; count++) candidates.push((await offered(vacancyId)).candidateId);
    for (const candidateId of candidates) await hr.call(RecordContract, { candidateId, signedOn: today });
    const numbers = candidates.map(() => staffNumber());
    const hires = candidates.map((candidateId, index) =>
      hr.call(HireCandidate, { candidateId, staffNumber: numbers[index] ?? '', hiredOn: today }).then(
        () => 'hired',
        ({ code }: { code: string }) => code,
      ),
    );
    const outcomes = await Promise.all(hires);
    expect(outcomes.filter((outcome) => outcome === 'hired')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'vacancy.already-filled')).toHaveLength(5);
    const [{ count } = { count: -1 }] = await hr.query<{ count: number }>(
      'select count(*)::integer as count from staff where staff_number = any ($1)',
      [numbers],
    );
    expect(count).toBe(1);
  });

  it('lists vacancies and candidates by filters, page by page', async () => {
    const all = await hr.call(ListCandidates, { limit: 200 });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await hr.call(ListCandidates, { limit: 3, cursor });
      seen.push(...page.items.map(({ candidateId }) => candidateId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.items.map(({ candidateId }) => candidateId));
    const hired = await hr.call(ListCandidates, { state: 'hired' });
    expect(hired.items).toHaveLength(2);
    const filled = await hr.call(ListVacancies, { state: 'filled', departmentCode: 'operations' });
    expect(filled.items).toHaveLength(2);
    expect((await hr.call(ListVacancies, { limit: 1 })).nextCursor).toBeDefined();
  });

  it('reckons turnover by tenure and reason, what it cost, and lists who left', async () => {
    const people = [
      [addMonths(today, -2), 'pay', 'voluntary'],
      [addMonths(today, -30), 'pay', 'voluntary'],
      [addMonths(today, -60), 'performance', 'involuntary'],
      [today, 'never-started', 'voluntary'],
    ] as const;
    for (const [hiredOn, leavingReason, leavingKind] of people) {
      const leaver = staffNumber();
      const post = { departmentCode: 'support', postCode: 'technician' };
      await hr.call(HireStaff, { staffNumber: leaver, name: '离职者', hiredOn, ...post });
      const step = { staffNumber: leaver, kind: 'leave' as const, reason: '测试' };
      await hr.call(RecordStaffStep, { ...step, leavingKind, leavingReason });
    }
    const period = { from: addMonths(today, -12), before: addDays(today, 1), departmentCode: 'support' };
    const turnover = await hr.call(GetTurnover, period);
    expect(turnover).toMatchObject({
      headCountAtStart: 2,
      headCountAtEnd: 0,
      leavers: 3,
      voluntary: 2,
      involuntary: 1,
      payPercent: 66.7,
      percent: 300,
      costFen: 1_500_000,
      lostMonths: 9,
      industryPercent: 39,
      byReason: { pay: 2, performance: 1 },
    });
    expect(turnover.byTenure.filter(({ leavers }) => leavers > 0)).toEqual([
      { from: 0, before: 3, leavers: 1 },
      { from: 24, before: 36, leavers: 1 },
      { from: 36, leavers: 1 },
    ]);
    const { items } = await hr.call(ListLeavers, { departmentCode: 'support', leavingReason: 'pay' });
    expect(items.map(({ tenureMonths }) => tenureMonths).sort((one, other) => one - other)).toEqual([2, 30]);
    for (const before of [today, addDays(today, 2)]) {
      const bad = { from: before === today ? today : addDays(today, -1), before };
      await expect(hr.call(GetTurnover, bad)).rejects.toMatchObject(refuses('turnover.bad-period'));
    }
  });

  it('warns early of who shows the signs of the policy; what nobody knows is told as unknown', async () => {
    for (const hiredOn of [today, addMonths(today, -24)])
      await hr.call(HireStaff, { ...place, staffNumber: staffNumber(), name: '新人', hiredOn });
    const quiet = await hr.call(ListEarlyWarnings, { departmentCode: 'operations' });
    expect(quiet.items).toEqual([]);
    const everybody = await hr.call(ListEarlyWarnings, { departmentCode: 'operations', all: true });
    expect(everybody.items.length).toBeGreaterThan(0);
    expect(everybody.items[0]?.signs).toContainEqual(
      expect.objectContaining({ code: 'low-score', verdict: 'unknown', points: 0 }),
    );
    const { rules } = STANDARD_HIRING_POLICY.earlyWarning;
    await hr.call(SetHrPolicy, {
      name: 'hiring',
      validFrom: new Date().toISOString(),
      document: { ...STANDARD_HIRING_POLICY, earlyWarning: { months: 3, warnAtPoints: 1, rules } },
    });
    const warned = await hr.call(ListEarlyWarnings, { departmentCode: 'operations', limit: 1 });
    expect(warned.items[0]).toMatchObject({ warned: true, points: 1 });
    const next = await hr.call(ListEarlyWarnings, {
      departmentCode: 'operations',
      cursor: warned.nextCursor,
    });
    expect(warned.nextCursor).toBeDefined();
    expect([...warned.items, ...next.items]).toHaveLength(everybody.items.length - 1);
  });
});
