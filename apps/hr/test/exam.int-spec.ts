import { randomUUID } from 'node:crypto';
import {
  type BlueprintPartFields,
  type ExamAttemptView,
  DecideExamAppeal,
  GetExamAttempt,
  GetOwnExams,
  GetSitting,
  GetTrainingFile,
  ImportQuestions,
  ListExamAttempts,
  ListQuestions,
  ListQuestionVersions,
  ListTrainingImportErrors,
  MarkExamAttempt,
  OpenResit,
  OpenSitting,
  PlanTrainingSession,
  RaiseExamAppeal,
  ReleaseSitting,
  type RequestContext,
  SaveCourse,
  SaveExam,
  SaveExamAnswers,
  SaveQuestion,
  StartExam,
  SubmitExam,
  TakeTrainingAttendance,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK } from '@switchyard/platform';
import { SubmitOverdue } from '../src/exam/exam-attempt/submit-exam/submit-overdue';
import { TrainingFacts } from '../src/training/training-facts.port';
import { HrFixture } from './hr-fixture';
import { employ, type Person, shiftTime, trainer } from './training-people';

const MINUTE = 60_000;
type Actor = Partial<RequestContext['actor']>;

describe('exams', () => {
  let hr: HrFixture;
  let moveTo: (milliseconds: number) => void;
  let people = 0;
  const [first, second, third] = [trainer(), trainer(), trainer()];

  const watchTime = () => {
    moveTo = shiftTime(hr.get(CLOCK as never));
  };

  beforeAll(async () => {
    hr = await HrFixture.start();
    watchTime();
    for (let at = 0; at < 12; at++) {
      await hr.call(SaveQuestion, {
        code: `S${at}`,
        kind: 'single',
        courseCode: '07',
        topic: '投诉的定义',
        difficulty: 'easy',
        text: `单选 ${at}`,
        options: ['对的', '错的甲', '错的乙', '错的丙'],
        key: { correct: [0] },
        baseVersion: 0,
      });
    }
    for (let at = 0; at < 3; at++) {
      await hr.call(SaveQuestion, {
        code: `A${at}`,
        kind: 'short',
        topic: '处理客户投诉的原则',
        difficulty: 'hard',
        text: `简答 ${at}`,
        options: [],
        key: { guide: '先道歉' },
        baseVersion: 0,
      });
    }
  }, 120_000);

  afterEach(() => moveTo(0));
  afterAll(() => hr.close());

  const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  const somebody = (): Promise<Person> => employ(hr, `E${String((people += 1)).padStart(3, '0')}`);
  const SINGLES: BlueprintPartFields = { kind: 'single', count: 5, pointsEach: 10 };
  const SHORT: BlueprintPartFields = { kind: 'short', count: 1, pointsEach: 50 };

  async function sitting(
    more: {
      blueprint?: BlueprintPartFields[];
      attemptLimit?: number;
      candidates?: string[];
      courseCode?: string;
      countsFor?: string;
      secondMarker?: boolean;
    } = {},
  ) {
    const { blueprint = [SINGLES], attemptLimit, candidates = [], secondMarker = false, ...exam } = more;
    const examId = randomUUID();
    const facts = { title: '月考', blueprint, durationMinutes: 30, secondMarker, baseVersion: 0 };
    await hr.call(SaveExam, { examId, ...facts, ...exam });
    const window = { opensAt: at(-MINUTE), closesAt: at(60 * MINUTE) };
    return hr.call(OpenSitting, { examId, ...window, candidates, attemptLimit });
  }

  /** Answers as many single questions rightly as told, the rest wrongly, and the short ones with words. */
  async function answer(paper: ExamAttemptView, right: number, actor: Actor, order = 1) {
    const { examAttemptId } = paper;
    const answers = paper.items.map(({ no, kind, options }) => ({
      no,
      order,
      answer:
        kind === 'short'
          ? { text: '先道歉，再记录' }
          : {
              options: options
                .filter(({ text }) => (text === '对的') === no <= right)
                .slice(0, 1)
                .map(({ id }) => id),
            },
    }));
    return hr.call(SaveExamAnswers, { examAttemptId, answers }, actor);
  }

  const sit = async (sittingId: string, right: number, { actor }: Person) => {
    const paper = await hr.call(StartExam, { sittingId }, actor);
    await answer(paper, right, actor);
    await hr.call(SubmitExam, { examAttemptId: paper.examAttemptId }, actor);
    return paper.examAttemptId;
  };
  const release = async (sittingId: string) => {
    moveTo(62 * MINUTE);
    return hr.call(ReleaseSitting, { sittingId }, first);
  };

  describe('starting', () => {
    it('twenty tabs that start at once spend one start, and show one paper', async () => {
      const { actor } = await somebody();
      const { sittingId } = await sitting();
      const tabs = await Promise.all(
        Array.from({ length: 20 }, () => hr.call(StartExam, { sittingId }, actor)),
      );
      expect(tabs.filter(({ resumed }) => !resumed)).toHaveLength(1);
      expect(new Set(tabs.map(({ examAttemptId }) => examAttemptId)).size).toBe(1);
      expect(new Set(tabs.map(({ items }) => JSON.stringify(items))).size).toBe(1);
      const rows = await hr.query('select 1 from exam_attempt where sitting_id = $1', [sittingId]);
      expect(rows).toHaveLength(1);
      const [candidate] = await hr.query<{ starts: number }>(
        'select starts from exam_candidate where sitting_id = $1',
        [sittingId],
      );
      expect(candidate?.starts).toBe(1);
    });

    it('no more starts than the limit, however many tabs hand in and start again', async () => {
      const person = await somebody();
      const { sittingId } = await sitting({ attemptLimit: 2 });
      await sit(sittingId, 1, person);
      const tabs = await Promise.all(
        Array.from({ length: 20 }, () => hr.call(StartExam, { sittingId }, person.actor)),
      );
      expect(tabs.filter(({ resumed }) => !resumed)).toHaveLength(1);
      await hr.call(SubmitExam, { examAttemptId: tabs[0]?.examAttemptId ?? '' }, person.actor);
      const late = await Promise.allSettled(
        Array.from({ length: 20 }, () => hr.call(StartExam, { sittingId }, person.actor)),
      );
      for (const one of late) expect(one).toMatchObject({ reason: { code: 'exam-attempt.no-start-left' } });
      const { items } = await hr.call(ListExamAttempts, { sittingId });
      expect(items.map(({ ordinal }) => ordinal).sort()).toEqual([1, 2]);
    });

    it('is for who is on the list, within the window', async () => {
      const [on, off] = [await somebody(), await somebody()];
      const { sittingId } = await sitting({ candidates: [on.staffNumber] });
      await expect(hr.call(StartExam, { sittingId }, off.actor)).rejects.toMatchObject({
        code: 'exam-sitting.not-a-candidate',
      });
      expect((await hr.call(GetOwnExams, {}, on.actor)).sittings).toContainEqual(
        expect.objectContaining({ sittingId, startsLeft: 1 }),
      );
      expect((await hr.call(GetOwnExams, {}, off.actor)).sittings.map((one) => one.sittingId)).not.toContain(
        sittingId,
      );
      moveTo(61 * MINUTE);
      await expect(hr.call(StartExam, { sittingId }, on.actor)).rejects.toMatchObject({
        code: 'exam-sitting.not-open',
      });
    });

    it('tells an examinee no key before the release, by no way', async () => {
      const { actor } = await somebody();
      const { sittingId } = await sitting({ blueprint: [SINGLES, SHORT] });
      const paper = await hr.call(StartExam, { sittingId }, actor);
      const { examAttemptId } = paper;
      const own = await hr.call(
        GetExamAttempt,
        { examAttemptId },
        { ...actor, permissions: ['training:write'] },
      );
      const handedIn = await hr.call(SubmitExam, { examAttemptId }, actor);
      for (const text of [paper, own, handedIn, await hr.call(GetOwnExams, {}, actor)].map((one) =>
        JSON.stringify(one),
      ))
        expect(text).not.toMatch(/"key"|"guide"|"awarded"|"score"|"passed"|"seed"/);
      const marker = await hr.call(GetExamAttempt, { examAttemptId }, first);
      expect(marker.items.every(({ key }) => key !== undefined)).toBe(true);
      await expect(
        hr.call(GetExamAttempt, { examAttemptId }, (await somebody()).actor),
      ).rejects.toMatchObject({
        code: 'access.forbidden',
      });
    });

    it('is refused when the bank cannot fill the paper, and costs nothing', async () => {
      const { actor } = await somebody();
      const { sittingId } = await sitting({ blueprint: [{ kind: 'short', count: 3, pointsEach: 1 }] });
      const short = {
        kind: 'short' as const,
        topic: '处理客户投诉的原则',
        difficulty: 'hard' as const,
        options: [],
      };
      await hr.call(SaveQuestion, {
        code: 'A2',
        ...short,
        text: '简答 2',
        key: {},
        baseVersion: 1,
        active: false,
      });
      await expect(hr.call(StartExam, { sittingId }, actor)).rejects.toMatchObject({
        code: 'exam.bank-too-small',
        details: { shortfalls: [{ part: 0, wanted: 3, found: 2 }] },
      });
      await hr.call(SaveQuestion, { code: 'A2', ...short, text: '简答 2', key: {}, baseVersion: 2 });
      expect(await hr.call(StartExam, { sittingId }, actor)).toMatchObject({ resumed: false, ordinal: 1 });
    });
  });

  describe('answers', () => {
    it('a late tab never takes the place of a newer answer', async () => {
      const { actor } = await somebody();
      const { sittingId } = await sitting();
      const { examAttemptId } = await hr.call(StartExam, { sittingId }, actor);
      const save = (order: number, letter: string) =>
        hr.call(
          SaveExamAnswers,
          { examAttemptId, answers: [{ no: 1, order, answer: { options: [letter] } }] },
          actor,
        );
      await Promise.all([5, 9, 3, 7, 1].map((order) => save(order, 'ABCDABCDAB'[order] ?? 'A')));
      expect(await save(4, 'C')).toMatchObject({ answers: [{ no: 1, taken: false, order: 9 }] });
      expect(await save(9, 'B')).toMatchObject({ answers: [{ no: 1, taken: true, order: 9 }] });
      const { items } = await hr.call(GetExamAttempt, { examAttemptId }, actor);
      expect(items[0]).toMatchObject({ answer: { options: ['B'] }, order: 9 });
      await expect(save(10, 'J')).rejects.toMatchObject({ code: 'exam-answer.invalid' });
    });

    it('are taken within the grace after the deadline, and not after it', async () => {
      const { actor } = await somebody();
      const { sittingId } = await sitting();
      const paper = await hr.call(StartExam, { sittingId }, actor);
      moveTo(30 * MINUTE + 20_000);
      expect((await answer(paper, 5, actor)).answers.every(({ taken }) => taken)).toBe(true);
      moveTo(30 * MINUTE + 40_000);
      await expect(answer(paper, 0, actor, 2)).rejects.toMatchObject({ code: 'exam-attempt.closed' });
      await hr.get(SubmitOverdue).round();
      const [attempt] = (await hr.call(ListExamAttempts, { sittingId })).items;
      expect(attempt).toMatchObject({ state: 'marked', submittedBy: 'deadline', score: 50 });
      expect(attempt?.submittedAt).toBe(paper.deadlineAt);
    });

    it('of a paper that is handed in change by no way, and handing in again changes no score', async () => {
      const person = await somebody();
      const { sittingId } = await sitting();
      const paper = await hr.call(StartExam, { sittingId }, person.actor);
      const { examAttemptId } = paper;
      await answer(paper, 5, person.actor);
      const replies = await Promise.all(
        Array.from({ length: 10 }, () => hr.call(SubmitExam, { examAttemptId }, person.actor)),
      );
      expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
      await expect(answer(paper, 0, person.actor, 99)).rejects.toMatchObject({ code: 'exam-attempt.closed' });
      await expect(
        hr.query('delete from exam_answer where attempt_id = $1', [examAttemptId]),
      ).rejects.toThrow('do not change');
      const [attempt] = (await hr.call(ListExamAttempts, { sittingId })).items;
      expect(attempt).toMatchObject({ score: 50, fullMarks: 50, submittedBy: 'examinee' });
      await expect(
        hr.query('update exam_attempt set score = 51 where id = $1', [examAttemptId]),
      ).rejects.toThrow('exam_attempt_check');
    });

    it('that come while others hand in are either in the score or refused', async () => {
      const { actor } = await somebody();
      const { sittingId } = await sitting();
      const paper = await hr.call(StartExam, { sittingId }, actor);
      const [saved] = await Promise.allSettled([
        answer(paper, 5, actor),
        hr.call(SubmitExam, { examAttemptId: paper.examAttemptId }, actor),
      ]);
      const [attempt] = (await hr.call(ListExamAttempts, { sittingId })).items;
      expect(attempt?.score).toBe(saved.status === 'fulfilled' ? 50 : 0);
    });
  });

  it('what ran out of time while the service was down is handed in when it is there again', async () => {
    const { actor } = await somebody();
    const { sittingId } = await sitting();
    const paper = await hr.call(StartExam, { sittingId }, actor);
    await answer(paper, 3, actor);
    await hr.query(
      `update exam_attempt set started_at = started_at - interval '2 hours', deadline_at = deadline_at - interval '2 hours',
         accepts_until = accepts_until - interval '2 hours' where sitting_id = $1`,
      [sittingId],
    );
    await hr.restart();
    watchTime();
    await hr.get(SubmitOverdue).round();
    const [attempt] = (await hr.call(ListExamAttempts, { sittingId })).items;
    expect(attempt).toMatchObject({ state: 'marked', submittedBy: 'deadline', score: 30 });
  });

  describe('marking', () => {
    it('by two people who agree, or by a third, and never by the examinee or one person twice', async () => {
      const person = await somebody();
      const { sittingId } = await sitting({ blueprint: [SINGLES, SHORT], secondMarker: true });
      const examAttemptId = await sit(sittingId, 5, person);
      const mark = (points: number, by: Actor) =>
        hr.call(MarkExamAttempt, { examAttemptId, marks: [{ no: 6, points }] }, by);
      await expect(mark(50, { ...person.actor, permissions: ['training:write'] })).rejects.toMatchObject({
        code: 'exam-mark.not-by-you',
      });
      await expect(mark(51, first)).rejects.toMatchObject({ code: 'exam-mark.invalid' });
      expect(await mark(50, first)).toMatchObject({ open: [{ no: 6, needs: 'second' }] });
      await expect(mark(50, first)).rejects.toMatchObject({ code: 'exam-mark.not-by-you' });
      expect(await mark(20, second)).toMatchObject({ open: [{ no: 6, needs: 'settling' }] });
      await expect(release(sittingId)).rejects.toMatchObject({ code: 'exam-sitting.not-marked' });
      expect(await mark(40, third)).toMatchObject({ state: 'marked', score: 90, open: [] });
      await expect(mark(1, trainer())).rejects.toMatchObject({ code: 'exam-attempt.not-allowed-in-state' });
    });

    it('results and keys are shown when the sitting is over and released', async () => {
      const person = await somebody();
      const { sittingId } = await sitting();
      const examAttemptId = await sit(sittingId, 4, person);
      await expect(hr.call(ReleaseSitting, { sittingId }, first)).rejects.toMatchObject({
        code: 'exam-sitting.still-open',
      });
      await release(sittingId);
      const { items, ...own } = await hr.call(GetExamAttempt, { examAttemptId }, person.actor);
      expect(own).toMatchObject({ score: 40, passed: true, state: 'released' });
      expect(items.map(({ awarded }) => awarded)).toEqual([10, 10, 10, 10, 0]);
      expect(items.every(({ key }) => key?.options?.length === 1)).toBe(true);
    });
  });

  it('a resit is for who failed or did not come, as often as the policy allows, and its result stands by the rule', async () => {
    const [good, bad, absent] = [await somebody(), await somebody(), await somebody()];
    const candidates = [good, bad, absent].map(({ staffNumber }) => staffNumber);
    const countsFor = localDateAt(new Date()).slice(0, 7);
    const { sittingId } = await sitting({ candidates, countsFor });
    await sit(sittingId, 5, good);
    await sit(sittingId, 2, bad);
    const facts = async (person: Person) =>
      (await hr.get(TrainingFacts).ofMonth([person.staffNumber], countsFor))[0];
    expect(await facts(bad)).toMatchObject({ examsOpen: 1 });
    await release(sittingId);
    const window = { opensAt: at(60 * MINUTE), closesAt: at(120 * MINUTE) };
    const resits = await Promise.allSettled(
      Array.from({ length: 3 }, () => hr.call(OpenResit, { sittingId, ...window })),
    );
    const made = resits.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(1);
    const resit = await hr.call(GetSitting, { sittingId: made[0]?.sittingId ?? '' });
    expect(resit.candidates).toEqual([bad.staffNumber, absent.staffNumber].sort());
    await expect(hr.call(StartExam, { sittingId: resit.sittingId }, good.actor)).rejects.toMatchObject({
      code: 'exam-sitting.not-a-candidate',
    });
    await sit(resit.sittingId, 4, bad);
    moveTo(122 * MINUTE);
    await hr.call(ReleaseSitting, { sittingId: resit.sittingId });
    expect(await facts(bad)).toMatchObject({ exam: { score: 40, fullMarks: 50, exams: 1 }, examsOpen: 0 });
    const missed = await facts(absent);
    expect(missed?.exam).toBeUndefined();
    expect(missed?.examsOpen).toBe(1);
    expect(await facts(good)).toMatchObject({ exam: { score: 50 }, examsOpen: 0 });
    await expect(
      hr.call(OpenResit, {
        sittingId: resit.sittingId,
        opensAt: at(122 * MINUTE),
        closesAt: at(180 * MINUTE),
      }),
    ).rejects.toMatchObject({ code: 'exam-sitting.no-resit-left' });
  });

  it('an appeal is decided by new eyes, keeps the score before, and completes the course with its certificate', async () => {
    const person = await somebody();
    await hr.call(SaveCourse, {
      code: 'complaints-2',
      titleZh: '投诉提高班',
      titleEn: 'Complaints II',
      topics: ['投诉的定义'],
      plannedMinutes: 60,
      examRequired: true,
      certificate: {},
      baseVersion: 0,
    });
    const span = { startsAt: at(-90 * MINUTE), endsAt: at(-30 * MINUTE) };
    const session = await hr.call(PlanTrainingSession, {
      courseCode: 'complaints-2',
      place: '二号教室',
      capacity: 5,
      ...span,
    });
    const rows = [{ staffNumber: person.staffNumber, attended: true }];
    const taken = await hr.call(TakeTrainingAttendance, { sessionId: session.sessionId, rows });
    expect(taken.certificates).toEqual([]);
    const { sittingId } = await sitting({ blueprint: [SINGLES, SHORT], courseCode: 'complaints-2' });
    const examAttemptId = await sit(sittingId, 4, person);
    await hr.call(MarkExamAttempt, { examAttemptId, marks: [{ no: 6, points: 30 }] }, first);
    const appeal = { examAttemptId, reason: '第六题答到了要点' };
    await expect(hr.call(RaiseExamAppeal, appeal, person.actor)).rejects.toMatchObject({
      code: 'exam-attempt.not-released',
    });
    await release(sittingId);
    const file = () => hr.call(GetTrainingFile, {}, person.actor);
    expect(await file()).toMatchObject({
      records: [{ completion: 'exam-failed', score: 70 }],
      certificates: [],
      exams: [{ passed: false }],
    });
    await expect(hr.call(RaiseExamAppeal, appeal, (await somebody()).actor)).rejects.toMatchObject({
      code: 'exam-attempt.not-found',
    });
    const { appealId } = await hr.call(RaiseExamAppeal, appeal, person.actor);
    await expect(hr.call(RaiseExamAppeal, appeal, person.actor)).rejects.toMatchObject({
      code: 'exam-appeal.already-raised',
    });
    const upheld = { appealId, upheld: true, decision: '要点齐全', marks: [{ no: 6, points: 45 }] };
    await expect(hr.call(DecideExamAppeal, upheld, first)).rejects.toMatchObject({
      code: 'exam-appeal.not-by-you',
    });
    expect(await hr.call(DecideExamAppeal, upheld, second)).toMatchObject({
      scoreBefore: 70,
      scoreAfter: 85,
    });
    await expect(hr.call(DecideExamAppeal, upheld, third)).rejects.toMatchObject({
      code: 'exam-appeal.already-decided',
    });
    expect(await file()).toMatchObject({
      records: [{ completion: 'completed', score: 85 }],
      certificates: [{ state: 'valid' }],
    });
    moveTo(8 * 24 * 60 * MINUTE);
    await expect(hr.call(RaiseExamAppeal, appeal, person.actor)).rejects.toMatchObject({
      code: 'exam-appeal.too-late',
    });
  });

  it('questions come by file: new, changed as a new version, and refused with their reason', async () => {
    const HEADER = '题号,题型,课程编号,知识点,难度,题干,选项A,选项B,选项C,答案,允许误差';
    const importFile = async (rows: readonly string[]) =>
      hr.call(ImportQuestions, {
        fileKey: await hr.upload(`imports/${randomUUID()}`, [HEADER, ...rows].join('\n')),
      });
    const good = [
      'F1,单选,07,正确看待客户的抱怨,易,选哪个?,甲,乙,丙,B,',
      'F2,计算,energy-charge,电费计算,难,100度多少元?,,,,52.83,0.01',
    ];
    const done = await importFile([
      ...good,
      'F3,单选,99,x,易,?,甲,乙,,A,',
      'F1,判断,,x,易,?,,,,对,',
      'F4,单选,07,x,易,?,甲,乙,,D,',
    ]);
    expect(done).toMatchObject({ rowsTotal: 5, rowsAdded: 2, rowsRefused: 3 });
    const errors = await hr.call(ListTrainingImportErrors, { importId: done.importId });
    expect(errors.items.map(({ line, field }) => [line, field])).toEqual([
      [4, 'courseCode'],
      [5, 'code'],
      [6, 'answer'],
    ]);
    expect(await importFile(good)).toMatchObject({ rowsUnchanged: 2, rowsAdded: 0, rowsChanged: 0 });
    expect(await importFile([good[0]?.replace(',B,', ',C,') ?? ''])).toMatchObject({ rowsChanged: 1 });
    const { items } = await hr.call(ListQuestionVersions, { code: 'F1' });
    expect(items.map(({ version, key }) => [version, key.correct])).toEqual([
      [2, [2]],
      [1, [1]],
    ]);
    expect((await hr.call(ListQuestions, { topic: '电费计算' })).items).toMatchObject([
      { code: 'F2', key: { value: 52.83, tolerance: 0.01 } },
    ]);
  });
});
