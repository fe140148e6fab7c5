import { randomUUID } from 'node:crypto';
import {
  AddCourseMaterial,
  AddTrainingNeed,
  ApproveTrainingPlan,
  ChangeTrainingSession,
  CollectTrainingNeeds,
  DecideTrainingNeed,
  Enrol,
  GetCourse,
  GetCourseEffect,
  GetTrainingFeedback,
  GetTrainingFile,
  GetTrainingPlan,
  GetTrainingSession,
  GiveTrainingFeedback,
  ImportTrainingRecords,
  ListCertificates,
  ListCourses,
  ListEnrolments,
  ListOnboarding,
  ListTrainingImportErrors,
  ListTrainingNeeds,
  ListTrainingRecords,
  OpenCourseMaterial,
  PlanTrainingSession,
  RecordServiceLevelTest,
  RevokeCertificate,
  SaveCourse,
  SaveTrainer,
  SaveTrainingPlan,
  SetHrPolicy,
  TakeTrainingAttendance,
  WithdrawEnrolment,
} from '@switchyard/contracts';
import { addDays, localDateAt } from '@switchyard/domain';
import { CLOCK } from '@switchyard/platform';
import { AttendanceExemptions } from '../src/attendance/attendance-exemptions.port';
import { QualityFindings } from '../src/quality/findings.port';
import { RosterEntries } from '../src/roster/roster-entries.port';
import { QualityFacts } from '../src/quality/quality-facts.port';
import { RemindOfExpiry } from '../src/training/certificate/remind/remind-of-expiry';
import { TrainingFacts } from '../src/training/training-facts.port';
import { HrFixture } from './hr-fixture';
import { employ, type Person, shiftTime, trainer } from './training-people';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('training', () => {
  let hr: HrFixture;
  let moveTo: (milliseconds: number) => void;
  const people: Person[] = [];
  const today = () => localDateAt(new Date());

  beforeAll(async () => {
    hr = await HrFixture.start();
    moveTo = shiftTime(hr.get(CLOCK as never));
    for (let at = 0; at < 60; at++) people.push(await employ(hr, `T${String(at).padStart(3, '0')}`));
  }, 120_000);

  afterEach(() => moveTo(0));
  afterAll(() => hr.close());

  const person = (at: number): Person => people[at] ?? { staffNumber: '', actor: {} };
  const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  const plan = (courseCode: string, capacity: number, more: { startsIn?: number; minutes?: number } = {}) => {
    const begin = more.startsIn ?? HOUR;
    const span = { startsAt: at(begin), endsAt: at(begin + 2 * HOUR), minutes: more.minutes ?? 120 };
    return hr.call(PlanTrainingSession, { courseCode, capacity, place: '一号教室', ...span });
  };
  /** A session of the past with these people in it, all of whom were there. */
  const hold = async (courseCode: string, attended: readonly Person[], minutes = 120) => {
    const { sessionId } = await plan(courseCode, 60, { startsIn: HOUR, minutes });
    moveTo(2 * HOUR);
    const rows = attended.map(({ staffNumber }) => ({ staffNumber, attended: true }));
    const taken = await hr.call(TakeTrainingAttendance, { sessionId, rows });
    moveTo(0);
    return { sessionId, taken };
  };

  describe('the catalogue', () => {
    it("comes with the documents' courses, and a change is a new version that keeps the one before", async () => {
      const { items } = await hr.call(ListCourses, {});
      const topics = Object.fromEntries(items.map((course) => [course.code, course.topics.length]));
      expect(topics).toMatchObject({ '04': 3, '05': 10, '06': 11, '07': 16, '08': 5, 'power-law': 1 });
      const { materials: _, active: _active, version, ...course } = await hr.call(GetCourse, { code: '04' });
      const changed = { ...course, plannedMinutes: 90, baseVersion: version };
      expect(await hr.call(SaveCourse, changed)).toMatchObject({ version: version + 1, plannedMinutes: 90 });
      await expect(hr.call(SaveCourse, changed)).rejects.toMatchObject({ code: 'course.version-conflict' });
      await expect(hr.call(SaveCourse, { ...changed, code: 'none' })).rejects.toMatchObject({
        code: 'course.not-found',
      });
    });

    it('has files for who attends', async () => {
      const file = { fileKey: 'training/x', fileName: '讲义.pdf', mediaType: 'application/pdf', bytes: 12 };
      const { materials } = await hr.call(AddCourseMaterial, { code: '05', ...file });
      const [{ materialId } = { materialId: '' }] = materials;
      expect(await hr.call(OpenCourseMaterial, { code: '05', materialId })).toMatchObject(file);
      await expect(hr.call(OpenCourseMaterial, { code: '04', materialId })).rejects.toMatchObject({
        code: 'course-material.not-found',
      });
    });

    it('has a pool of trainers, each of whom is in it once', async () => {
      const one = { name: '王老师', staffNumber: person(59).staffNumber, courseCodes: ['04'], active: true };
      await hr.call(SaveTrainer, { ...one, trainerId: randomUUID() });
      await expect(hr.call(SaveTrainer, { ...one, trainerId: randomUUID() })).rejects.toMatchObject({
        code: 'trainer.already-known',
      });
    });
  });

  describe('seats', () => {
    it('fifty who enrol at once get ten seats, and forty wait in one line', async () => {
      const { sessionId } = await plan('07', 10);
      const replies = await Promise.all(
        people.slice(0, 50).map(({ staffNumber }) => hr.call(Enrol, { sessionId, staffNumber })),
      );
      expect(replies.filter(({ state }) => state === 'enrolled')).toHaveLength(10);
      const places = replies.flatMap(({ placeInLine }) => placeInLine ?? []);
      expect(places.sort((one, other) => one - other)).toEqual(
        Array.from({ length: 40 }, (_, place) => place + 1),
      );
      expect(await hr.call(GetTrainingSession, { sessionId })).toMatchObject({ enrolled: 10, waiting: 40 });
    });

    it('ten who withdraw while ten more enrol leave neither a free seat nor one too many', async () => {
      const { sessionId } = await plan('07', 10);
      for (const { staffNumber } of people.slice(0, 15)) await hr.call(Enrol, { sessionId, staffNumber });
      await Promise.all([
        ...people
          .slice(0, 10)
          .map(({ staffNumber }) => hr.call(WithdrawEnrolment, { sessionId, staffNumber })),
        ...people.slice(20, 30).map(({ staffNumber }) => hr.call(Enrol, { sessionId, staffNumber })),
      ]);
      expect(await hr.call(GetTrainingSession, { sessionId })).toMatchObject({ enrolled: 10, waiting: 5 });
      const { items } = await hr.call(ListEnrolments, { sessionId, state: 'enrolled' });
      const first = people.slice(10, 15).map(({ staffNumber }) => staffNumber);
      expect(items.map(({ staffNumber }) => staffNumber)).toEqual(expect.arrayContaining(first));
    });

    it('more seats let who waits longest in; fewer than are taken are refused', async () => {
      const { sessionId, startsAt, endsAt, place } = await plan('08', 1);
      for (const one of [3, 4, 5]) await hr.call(Enrol, { sessionId }, person(one).actor);
      const change = { sessionId, startsAt, endsAt, place };
      expect(await hr.call(ChangeTrainingSession, { ...change, capacity: 2 })).toMatchObject({
        enrolled: 2,
        waiting: 1,
      });
      await expect(hr.call(ChangeTrainingSession, { ...change, capacity: 1 })).rejects.toMatchObject({
        code: 'training-session.capacity-below-enrolled',
      });
      await expect(hr.call(Enrol, { sessionId }, person(3).actor)).rejects.toMatchObject({
        code: 'training-enrolment.already-enrolled',
      });
    });

    it("are one's own to take: another's needs the permission, and strangers get none", async () => {
      const { sessionId } = await plan('08', 5);
      const others = { sessionId, staffNumber: person(1).staffNumber };
      await expect(hr.call(Enrol, others, person(0).actor)).rejects.toMatchObject({
        code: 'access.forbidden',
      });
      await expect(
        hr.call(Enrol, { sessionId }, { ...person(0).actor, id: randomUUID() }),
      ).rejects.toMatchObject({
        code: 'staff.not-found',
      });
      expect(await hr.call(Enrol, others, trainer())).toMatchObject({ state: 'enrolled' });
    });

    it('collide with a shift and with other training only as a warning', async () => {
      const { staffNumber } = person(57);
      const { sessionId: other } = await plan('08', 5, { startsIn: 2 * HOUR });
      await hr.call(Enrol, { sessionId: other, staffNumber });
      const shift = (hours: number) => ({
        id: randomUUID(),
        staffNumber,
        workDate: today(),
        breaks: [],
        templateCode: 'early',
        templateVersion: 1,
        startAt: new Date(at(hours * HOUR)),
        endAt: new Date(at((hours + 4) * HOUR)),
        duty: 'regular' as const,
        rosterId: randomUUID(),
        state: 'published' as const,
      });
      const of = jest.spyOn(hr.get(RosterEntries), 'of').mockResolvedValue([shift(-1), shift(4)]);
      const { sessionId } = await plan('04', 5);
      const { state, warnings } = await hr.call(Enrol, { sessionId, staffNumber });
      of.mockRestore();
      expect(state).toBe('enrolled');
      expect(warnings.map(({ kind, what }) => [kind, what])).toEqual([
        ['shift', 'early'],
        ['session', '客服人员的服务礼仪'],
      ]);
    });
  });

  describe('attendance', () => {
    it('credits hours once however often it is taken, excuses from the desk, and a correction takes all of it back', async () => {
      const { materials: _, version, ...course } = await hr.call(GetCourse, { code: 'power-law' });
      await hr.call(SaveCourse, { ...course, baseVersion: version, certificate: { validMonths: 12 } });
      const [one, other] = [person(10), person(11)];
      const { sessionId, taken } = await hold('power-law', [one]);
      expect(taken).toMatchObject({ attended: 1, unknown: 0 });
      expect(taken.certificates).toHaveLength(1);
      moveTo(2 * HOUR);
      const rows = [{ staffNumber: one.staffNumber, attended: true, minutes: 100 }];
      expect((await hr.call(TakeTrainingAttendance, { sessionId, rows })).certificates).toEqual([]);
      const file = () => hr.call(GetTrainingFile, {}, one.actor);
      const excused = async () =>
        (await hr.get(AttendanceExemptions).list({}, 200)).items.filter(
          ({ staffNumber }) => staffNumber === one.staffNumber,
        );
      expect(await excused()).toMatchObject([{ kind: 'training', reason: '电力法律法规' }]);
      expect(await file()).toMatchObject({ minutes: 100, certificates: [{ state: 'valid' }] });
      const gone = [{ staffNumber: one.staffNumber, attended: false }];
      await hr.call(TakeTrainingAttendance, { sessionId, rows: gone });
      expect(await excused()).toEqual([]);
      expect(await file()).toMatchObject({
        minutes: 0,
        certificates: [{ state: 'revoked' }],
        records: [{ completion: 'attendance-missing' }],
      });
      const bad = [{ staffNumber: other.staffNumber, attended: true, minutes: 121 }];
      await expect(hr.call(TakeTrainingAttendance, { sessionId, rows: bad })).rejects.toMatchObject({
        code: 'training-attendance.invalid',
        details: { fields: [{ field: 'rows[0]' }] },
      });
    });

    it('is not taken before the session begins, and leaves it open while somebody is unknown', async () => {
      const { sessionId } = await plan('08', 5);
      for (const one of [6, 7]) await hr.call(Enrol, { sessionId }, person(one).actor);
      const rows = [{ staffNumber: person(6).staffNumber, attended: true }];
      await expect(hr.call(TakeTrainingAttendance, { sessionId, rows })).rejects.toMatchObject({
        code: 'training-session.not-allowed-in-state',
      });
      moveTo(2 * HOUR);
      expect(await hr.call(TakeTrainingAttendance, { sessionId, rows })).toMatchObject({ unknown: 1 });
      expect(await hr.call(GetTrainingSession, { sessionId })).toMatchObject({ state: 'planned' });
      const rest = [{ staffNumber: person(7).staffNumber, attended: false }];
      await hr.call(TakeTrainingAttendance, { sessionId, rows: rest });
      expect(await hr.call(GetTrainingSession, { sessionId })).toMatchObject({ state: 'held' });
    });
  });

  describe('feedback', () => {
    it('is given once, has no name, and is shown from five answers on', async () => {
      const there = people.slice(20, 26);
      const { sessionId } = await hold('05', there);
      const answer = { sessionId, content: 5, trainer: 4, usefulness: 3, organisation: 2 };
      for (const { actor, staffNumber } of there.slice(0, 4))
        await hr.call(GiveTrainingFeedback, { ...answer, remark: `好 ${staffNumber.length}` }, actor);
      expect(await hr.call(GetTrainingFeedback, { sessionId })).toEqual({
        sessionId,
        answers: 4,
        shownFrom: 5,
      });
      const [first, last] = [there[0] ?? person(0), there[4] ?? person(0)];
      const twice = await Promise.allSettled(
        Array.from({ length: 5 }, () => hr.call(GiveTrainingFeedback, answer, last.actor)),
      );
      expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await hr.call(GetTrainingFeedback, { sessionId })).toMatchObject({
        answers: 5,
        means: { content: 5, organisation: 2 },
        remarks: ['好 4', '好 4', '好 4', '好 4'],
      });
      await expect(hr.call(GiveTrainingFeedback, answer, first.actor)).rejects.toMatchObject({
        code: 'training-feedback.already-given',
      });
      await expect(hr.call(GiveTrainingFeedback, answer, person(50).actor)).rejects.toMatchObject({
        code: 'training-feedback.not-attended',
      });
      const stored = JSON.stringify([
        await hr.query('select *, xmin::text from training_feedback where session_id = $1', [sessionId]),
        await hr.query('select * from training_feedback_token where session_id = $1', [sessionId]),
      ]);
      for (const { staffNumber, actor } of there) {
        expect(stored).not.toContain(staffNumber);
        expect(stored).not.toContain(actor.id);
      }
      // Nothing of an answer's place tells whose it is: all were written by the last transaction.
      const written = await hr.query<{ xmin: string }>(
        'select distinct xmin::text from training_feedback where session_id = $1',
        [sessionId],
      );
      expect(written).toHaveLength(1);
      expect((await hr.call(GetTrainingFile, {}, first.actor)).feedback).toContainEqual({
        sessionId,
        given: true,
      });
      expect((await hr.call(GetTrainingFile, {}, there[5]?.actor)).feedback).toContainEqual({
        sessionId,
        given: false,
      });
    });
  });

  describe('the plan and the needs', () => {
    it('an approved plan holds until the next is approved, and says what was done of it', async () => {
      const year = Number(today().slice(0, 4));
      const quarter = Math.ceil(Number(today().slice(5, 7)) / 3);
      const item = { quarter, courseCode: '06', sessions: 1, people: 2 };
      await hr.call(SaveTrainingPlan, { year, baseVersion: 0, items: [item] });
      await hr.call(ApproveTrainingPlan, { year, version: 1 });
      await hr.call(SaveTrainingPlan, { year, baseVersion: 1, items: [] });
      const stale = { year, baseVersion: 1, items: [item] };
      await expect(hr.call(SaveTrainingPlan, stale)).rejects.toMatchObject({
        code: 'training-plan.version-conflict',
      });
      await expect(hr.call(ApproveTrainingPlan, { year, version: 1 })).rejects.toMatchObject({
        code: 'training-plan.version-conflict',
      });
      await hold('06', [person(30), person(31)]);
      expect(await hr.call(GetTrainingPlan, { year })).toMatchObject({
        version: 1,
        approved: true,
        items: [{ state: 'done', sessionsHeld: 1, peopleTrained: 2 }],
      });
    });

    it('what quality found often enough becomes a need, once, and a decision stays', async () => {
      const finding = (id: string, topic: string) => ({
        findingId: id,
        staffNumber: person(0).staffNumber,
        at: new Date(),
        topic,
        courseCode: '04',
        names: { 'zh-CN': '问候语', en: 'greeting' },
        critical: false,
        repeated: false,
      });
      const findings = [
        finding('a', 'greeting'),
        finding('b', 'greeting'),
        finding('c', 'greeting'),
        finding('d', 'tone'),
      ];
      const between = jest.spyOn(hr.get(QualityFindings), 'between').mockImplementation(async () => findings);
      const quarter = { year: 2026, quarter: 1 };
      expect(await hr.call(CollectTrainingNeeds, quarter)).toEqual({ findings: 4, added: 1, grown: 0 });
      expect(await hr.call(CollectTrainingNeeds, quarter)).toEqual({ findings: 4, added: 0, grown: 0 });
      findings.push(finding('e', 'greeting'));
      expect(await hr.call(CollectTrainingNeeds, quarter)).toMatchObject({ added: 0, grown: 1 });
      const { items } = await hr.call(ListTrainingNeeds, { ...quarter, source: 'quality' });
      expect(items).toMatchObject([{ topic: 'greeting', findings: 4, courseCode: '04', state: 'open' }]);
      const needId = items[0]?.needId ?? '';
      await hr.call(DecideTrainingNeed, { needId, state: 'planned', decision: '四月开班' });
      findings.push(finding('f', 'greeting'));
      expect(await hr.call(CollectTrainingNeeds, quarter)).toMatchObject({ added: 0, grown: 0 });
      await expect(
        hr.call(DecideTrainingNeed, { needId, state: 'declined', decision: 'x' }),
      ).rejects.toMatchObject({ code: 'training-need.already-decided' });
      between.mockRestore();
    });

    it('a need of nobody we know is refused by the number', async () => {
      const need = { year: 2026, quarter: 2, topic: '方言', staffNumbers: ['T001', 'X999'] };
      await expect(hr.call(AddTrainingNeed, need)).rejects.toMatchObject({
        code: 'staff.not-found',
        details: { staffNumbers: ['X999'] },
      });
    });
  });

  describe('records from elsewhere', () => {
    const HEADER = '工号,课程编号,日期,分钟数,结果,得分,满分,来源,记录编号';
    const importFile = async (rows: readonly string[]) => {
      const fileKey = await hr.upload(`imports/${randomUUID()}`, `\uFEFF${[HEADER, ...rows].join('\r\n')}`);
      return hr.call(ImportTrainingRecords, { fileKey, fileName: '记录.csv' });
    };

    it('every row is taken or its error told; the same file again changes nothing', async () => {
      const rows = [
        'T045,04,2026-03-01,90,完成,,,导入,A-1',
        'T045,04,2026/3/1,30,,85,100,,A-2',
        'T046,05,2026-03-02,60,,,,,',
        'X999,04,2026-03-01,90,,,,,',
        'T046,99,2026-03-01,90,,,,,',
        'T046,04,2026-02-30,90,,,,,',
        'T046,04,2026-03-01,90,,101,100,,',
        'T046,05,2026-03-02,61,,,,,',
        'T046,05,2026-03-05,60,,,,场次,',
      ];
      const first = await importFile(rows);
      expect(first).toMatchObject({
        rowsTotal: 9,
        rowsAdded: 3,
        rowsChanged: 0,
        rowsUnchanged: 0,
        rowsRefused: 6,
      });
      const errors = await hr.call(ListTrainingImportErrors, { importId: first.importId });
      expect(errors.items.map(({ line, field }) => [line, field])).toEqual([
        [5, 'staffNumber'],
        [6, 'courseCode'],
        [7, 'heldOn'],
        [8, 'score'],
        [9, 'reference'],
        [10, 'source'],
      ]);
      expect(await importFile(rows)).toMatchObject({ rowsAdded: 0, rowsChanged: 0, rowsUnchanged: 3 });
      const mended = await importFile(['T045,04,2026-03-01,95,完成,,,导入,A-1']);
      expect(mended).toMatchObject({ rowsTotal: 1, rowsChanged: 1, rowsAdded: 0 });
      const { items } = await hr.call(ListTrainingRecords, { staffNumber: 'T045' });
      expect(items.map(({ minutes }) => minutes).sort()).toEqual([30, 95]);
    });

    it('what was exported from sessions here credits no hours twice', async () => {
      await hold('08', [person(47)], 60);
      const day = today();
      const again = await importFile([`T047,08,${day},60,完成,,,培训场次,`]);
      expect(again).toMatchObject({ rowsUnchanged: 1, rowsAdded: 0, rowsRefused: 0 });
      expect(await hr.call(GetTrainingFile, { staffNumber: 'T047' })).toMatchObject({ minutes: 60 });
    });

    it('a file that is no table is refused as a whole, saying why', async () => {
      const fileKey = await hr.upload(`imports/${randomUUID()}`, '姓名,日期\n王芳,2026-03-01\n');
      await expect(hr.call(ImportTrainingRecords, { fileKey })).rejects.toMatchObject({
        code: 'training-import.unreadable',
        details: { reason: 'import.column-missing' },
      });
    });

    it('counts into the forty hours of who was hired of late, and says who is behind', async () => {
      const hiredOn = addDays(today(), -60);
      const [slow, done] = [await employ(hr, 'N001', { hiredOn }), await employ(hr, 'N002', { hiredOn })];
      const rows = Array.from({ length: 40 }, (_, hour) => `N002,05,${addDays(today(), -hour - 1)},60,,,,,`);
      await importFile(rows);
      const late = await hr.call(ListOnboarding, { state: 'behind', hiredFrom: hiredOn });
      expect(late.items).toMatchObject([
        { staffNumber: slow.staffNumber, minutes: 0, requiredMinutes: 2400 },
      ]);
      const { items } = await hr.call(ListOnboarding, { state: 'complete', hiredFrom: hiredOn });
      expect(items).toMatchObject([{ staffNumber: done.staffNumber, minutes: 2400 }]);
    });
  });

  describe('certificates', () => {
    it('are reminded of once for each step, and a revoked one no more', async () => {
      const { materials: _, version, ...course } = await hr.call(GetCourse, { code: 'application' });
      await hr.call(SaveCourse, { ...course, baseVersion: version, certificate: { validMonths: 1 } });
      await hold('application', [person(12), person(13)]);
      const own = async (at: number) =>
        (await hr.call(ListCertificates, { staffNumber: person(at).staffNumber, courseCode: 'application' }))
          .items[0];
      const revoked = await own(13);
      await hr.call(RevokeCertificate, { certificateId: revoked?.certificateId ?? '', reason: '替考' });
      const remind = hr.get(RemindOfExpiry);
      moveTo(2 * DAY);
      await remind.round();
      await remind.round();
      moveTo(0);
      expect(await own(12)).toMatchObject({ remindedDaysBefore: 30, remindedOn: addDays(today(), 2) });
      expect(await own(13)).toMatchObject({ state: 'revoked', revokedBecause: '替考' });
      expect((await own(13))?.remindedOn).toBeUndefined();
      const soon = await hr.call(ListCertificates, { expiresWithinDays: 40 });
      expect(soon.items.map(({ staffNumber }) => staffNumber)).toEqual([person(12).staffNumber]);
      const numbers = (await hr.call(ListCertificates, {})).items.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
    });
  });

  it('measures what a course changed of those whose months are known, and leaves the others unknown', async () => {
    const there = people.slice(52, 55);
    await hold('energy-charge', there);
    await hr.query(`update training_record set held_on = '2026-03-15' where course_code = 'energy-charge'`);
    const facts = (month: string, scores: readonly (number | undefined)[]) =>
      there.map(({ staffNumber }, place) => {
        const meanScore = scores[place];
        return {
          staffNumber,
          month,
          criticalErrors: 0,
          repeatedFaults: 0,
          ...(meanScore === undefined ? { evaluations: 0 } : { evaluations: 4, meanScore }),
        };
      });
    const known: Record<string, readonly (number | undefined)[]> = {
      '2026-02': [70, 80, 90],
      '2026-04': [80, 86],
    };
    const ofMonth = jest
      .spyOn(hr.get(QualityFacts), 'ofMonth')
      .mockImplementation(async (_, month) => facts(month, known[month] ?? []));
    const effect = await hr.call(GetCourseEffect, {
      code: 'energy-charge',
      from: '2026-01-01',
      to: '2026-06-30',
    });
    ofMonth.mockRestore();
    expect(effect).toMatchObject({ participants: 3, months: 1 });
    expect(effect.effects.find(({ indicator }) => indicator === 'quality-score')).toMatchObject({
      measured: 2,
      unknown: 1,
      before: 75,
      after: 83,
      change: 8,
      improved: 2,
    });
    expect(effect.effects.find(({ indicator }) => indicator === 'exam-percent')).toMatchObject({
      measured: 0,
      unknown: 3,
    });
  });

  it('weighs the service level test 40 to 60 and flags it, until the policy says otherwise (C13)', async () => {
    const test = { staffNumber: person(0).staffNumber, takenOn: today(), written: 80, phone: 90 };
    expect(await hr.call(RecordServiceLevelTest, test)).toMatchObject({ result: 86, flagged: true });
    const name = 'service-level-test' as const;
    const bad = { name, validFrom: at(0), document: { writtenPercent: 40, phonePercent: 100 } };
    await expect(hr.call(SetHrPolicy, bad)).rejects.toMatchObject({ code: 'policy.invalid' });
    await hr.call(SetHrPolicy, { ...bad, document: { writtenPercent: 50, phonePercent: 50 } });
    expect(await hr.call(RecordServiceLevelTest, test)).toMatchObject({ result: 85, flagged: false });
  });

  it("shows another's file only to who may read it, a group leader that of the own group", async () => {
    const staffNumber = person(1).staffNumber;
    await expect(hr.call(GetTrainingFile, { staffNumber }, person(0).actor)).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    const leader = await employ(hr, 'L001', { postCode: 'group-leader' });
    const reads = { ...leader.actor, permissions: ['training:read'] };
    await expect(hr.call(GetTrainingFile, { staffNumber }, reads)).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    await hr.query(`update staff_group set leader_number = 'L001' where code = 'telephone'`);
    expect(await hr.call(GetTrainingFile, { staffNumber }, reads)).toMatchObject({ staffNumber });
  });

  it('tells other features hours and days of training, and an exam that is not there as unknown', async () => {
    const month = today().slice(0, 7);
    const [row, none] = await hr.get(TrainingFacts).ofMonth([person(30).staffNumber, 'L001'], month);
    expect(row).toEqual({
      staffNumber: person(30).staffNumber,
      month,
      examsOpen: 0,
      minutesTrained: 120,
      trainingDays: [today()],
    });
    expect(none).toEqual({ staffNumber: 'L001', month, examsOpen: 0, minutesTrained: 0, trainingDays: [] });
  });
});
