import {
  DoChecklistItem,
  GetChecklistOfDay,
  GetDailyReport,
  GetDailyReportSheet,
  GetQueueFigures,
  GetRatingFigures,
  GetServiceReport,
  ListChecklist,
  ListDailyReportMails,
  MailDailyReportAgain,
  MakeDailyReport,
  type Operation,
  SetHrPolicy,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, InProcessBus, loadConfig, toEnvelope } from '@switchyard/platform';
import { HrConfig } from '../src/hr.config';
import { EscalateMissed } from '../src/supervisor-day/checklist/escalate-missed';
import { MakeChecklist } from '../src/supervisor-day/checklist/make-checklist';
import { RunDailyReport } from '../src/supervisor-day/daily-report/run-daily-report';
import { SmtpMailer } from '../src/supervisor-day/mail/smtp-mailer';
import { Reminders } from '../src/workplace/reminders.port';
import { HrFixture } from './hr-fixture';
import { MailServer } from './mail-server';
import { queueFigures, ratingFigures, serviceReport } from './figures-of-others';

/** Monday, a working day; the Sunday before is none. */
const MONDAY = '2026-03-02';
const SUNDAY = '2026-03-01';
const HEAD = ['head@example.com', 'director@example.com'];

describe("the supervisor's day", () => {
  const bus = new InProcessBus();
  const server = new MailServer();
  let hr: HrFixture;
  let now = new Date('2026-01-01T00:00:00Z');

  const at = (day: string, time: string) => {
    now = new Date(`${day}T${time}:00+08:00`);
  };
  const play = <Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    answer: () => Reply,
  ) => {
    bus.leave(operation.subject);
    bus.serve(operation.subject, () => {
      try {
        return Promise.resolve(JSON.stringify({ response: answer() }));
      } catch (error) {
        return Promise.resolve(JSON.stringify({ err: toEnvelope(error) }));
      }
    });
  };
  const setClock = () => Object.assign(hr.get<Clock>(CLOCK as never), { now: () => now });
  const policy = (name: 'daily-report', document: Record<string, unknown>) =>
    hr.call(SetHrPolicy, { name, document, validFrom: now.toISOString() });
  const reportPolicy = (more: Record<string, unknown> = {}) =>
    policy('daily-report', {
      makeAt: '08:00',
      waitForPartsUntil: '08:05',
      mailBefore: '08:15',
      recipients: HEAD,
      language: 'zh-CN',
      retry: { attempts: 3, firstPauseSeconds: 60, longestPauseSeconds: 60 },
      ...more,
    });
  const run = () => hr.get(RunDailyReport).execute();
  const mails = async (day: string) => (await hr.call(ListDailyReportMails, { day })).items;
  const outcomes = async (day: string) =>
    Object.fromEntries((await mails(day)).map(({ recipient, outcome }) => [recipient, outcome]));
  const line = async (day: string, duty: string) =>
    (await hr.call(ListChecklist, { from: day, to: day, duty })).items[0];

  beforeAll(async () => {
    await server.listen();
    const environment = {
      HR_SWEEP_SECONDS: '0',
      SMTP_URL: server.url,
      SMTP_TLS: 'off',
      SMTP_TIMEOUT_MS: '1000',
    };
    hr = await HrFixture.start({ bus, environment });
    setClock();
    play(GetQueueFigures, () => queueFigures(120, 114));
    play(GetRatingFigures, ratingFigures);
    play(GetServiceReport, () => serviceReport(30));
    await hr.query(
      `insert into staff (staff_number, name, department_code, post_code, tier, status, hired_on, created_at, updated_at)
       values ('H001', '王主管', 'operations', 'head', 'head', 'active', '2020-01-01', now(), now())`,
    );
  }, 120_000);

  afterAll(async () => {
    await hr?.close();
    await server.close();
  });

  it('is made once a day, and for the days left out after downtime', async () => {
    at('2026-02-26', '00:10');
    const make = () => hr.get(MakeChecklist).execute();
    expect((await Promise.all([make(), make(), make()])).sort()).toEqual([0, 0, 1]);
    const count = async () => (await hr.query<{ n: string }>('select count(*) n from checklist_item'))[0]?.n;
    const first = await count();
    expect(await make()).toBe(0);
    expect(await count()).toBe(first);
    at(MONDAY, '07:00');
    expect(await make()).toBe(4);
    const { dueThen, ofPeriods, missedBefore, workingDay } = await hr.call(GetChecklistOfDay, {});
    expect(workingDay).toBe(true);
    expect(dueThen.map(({ duty, standing }) => [duty, standing])).toEqual([
      ...['line-test', 'daily-report', 'sunrise-review', 're-plan'].map((duty) => [duty, 'open']),
    ]);
    expect(ofPeriods.map(({ duty }) => duty)).toContain('monthly-review');
    expect(missedBefore.map(({ periodFrom }) => periodFrom)).toContain('2026-02-27');
    expect((await hr.call(ListChecklist, { from: SUNDAY, to: SUNDAY })).items).toEqual([]);
  });

  it('wants the proof that is asked for, once, and marks what is late', async () => {
    const test = await line(MONDAY, 'line-test');
    const review = await line(MONDAY, 'sunrise-review');
    if (!test || !review) throw new Error('the checklist is not there');
    at(MONDAY, '07:58');
    await expect(hr.call(DoChecklistItem, { itemId: test.itemId })).rejects.toMatchObject({
      code: 'checklist-item.proof-missing',
      details: { field: 'text' },
    });
    const done = await Promise.allSettled(
      ['甲', '乙'].map((text) => hr.call(DoChecklistItem, { itemId: test.itemId, text })),
    );
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await line(MONDAY, 'line-test')).toMatchObject({ standing: 'done', doneBy: 'system:test' });
    at(MONDAY, '08:40');
    expect(await hr.call(DoChecklistItem, { itemId: review.itemId, text: '昨日回顾' })).toMatchObject({
      standing: 'late',
    });
  });

  it('tells the head what was missed, once', async () => {
    const told = await hr.get(EscalateMissed).execute();
    expect(told).toBeGreaterThan(3);
    expect(await hr.get(EscalateMissed).execute()).toBe(0);
    const { items } = await hr.get(Reminders).list('H001', { kind: 'duty-missed' }, { limit: 200 });
    expect(items).toHaveLength(told);
    const { items: escalated } = await hr.call(ListChecklist, { escalated: true, limit: 200 });
    expect(escalated.every(({ standing }) => standing === 'missed')).toBe(true);
  });

  it('has a report that waits for a part that is away, says so, and is mailed in time', async () => {
    at('2026-03-03', '07:59');
    await hr.get(MakeChecklist).execute();
    await reportPolicy();
    play(GetServiceReport, () => {
      throw new DomainError('service.unavailable', 'away');
    });
    await run();
    await expect(hr.call(GetDailyReport, { day: MONDAY })).rejects.toMatchObject({
      code: 'daily-report.not-found',
    });
    at('2026-03-03', '08:00');
    await run();
    const first = await hr.call(GetDailyReport, { day: MONDAY });
    const tickets = first.parts.find(({ part }) => part === 'tickets');
    expect(tickets).toMatchObject({ there: false, reason: 'service.unavailable', lines: [] });
    expect(first).toMatchObject({ version: 1, complete: false });
    expect(await mails(MONDAY)).toEqual([]);

    play(GetServiceReport, () => serviceReport(30));
    at('2026-03-03', '08:06');
    await Promise.all([run(), run()]);
    await run();
    expect(await outcomes(MONDAY)).toEqual({ 'head@example.com': 'sent', 'director@example.com': 'sent' });
    expect(server.taken.map(({ to }) => to).sort()).toEqual([...HEAD].sort());
    const [mail] = server.taken;
    expect(mail?.source).toContain('daily-report-2026-03-02-v');
    expect(mail?.source).toMatch(/^Message-ID: <daily-report\.2026-03-02\.\d+\.[0-9a-f]{16}@switchyard>/m);
  });

  it('is ticked off once everybody has the report, and nobody gets it twice after a restart', async () => {
    expect(await line('2026-03-03', 'daily-report')).toMatchObject({ standing: 'done', doneBy: 'system:hr' });
    await hr.restart();
    setClock();
    at('2026-03-03', '08:20');
    await run();
    expect(server.taken).toHaveLength(2);
    expect(await line('2026-03-03', 'daily-report-not-mailed')).toBeUndefined();
  });

  it('keeps every version, in two languages; a new one goes out when somebody says so', async () => {
    await hr.query(
      `insert into attendance_day (entry_id, staff_number, work_date, start_at, end_at, duty, status, final, leave_share,
         late_minutes, late_logged, signed_in_late_minutes, early_minutes, rostered_minutes, worked_minutes,
         overtime_minutes, evaluated_at)
       values (gen_random_uuid(), 'H001', $1, now(), now(), 'regular', 'present', true, 0, 7, false, 0, 0, 480, 473, 0, now())`,
      [MONDAY],
    );
    const made = await hr.call(MakeDailyReport, { day: MONDAY });
    expect(made.complete).toBe(true);
    expect(made.parts[2]?.lines).toContainEqual({ labelZh: '迟到', labelEn: 'Late', value: '1' });
    expect(made.version).toBeGreaterThan(1);
    expect(made.parts.find(({ part }) => part === 'tickets')).toMatchObject({ there: true });
    const [offered] = made.parts[0]?.lines ?? [];
    expect(offered).toEqual({ labelZh: '排队呼入量', labelEn: 'Callers in queues', value: '120' });
    const satisfied = made.parts[1]?.lines.find(({ labelZh }) => labelZh === '投诉满意率');
    expect(satisfied).not.toHaveProperty('value');
    expect(await hr.call(GetDailyReport, { day: MONDAY, version: 1 })).toMatchObject({ complete: false });
    const sheet = await hr.call(GetDailyReportSheet, { day: MONDAY, version: 1, language: 'en' });
    expect(sheet.sections.map(({ title }) => title)).toEqual(['Telephone', 'Work orders', 'Attendance']);
    expect(sheet.sections[1]).toMatchObject({
      rows: [],
      note: expect.stringContaining('not nought') as string,
    });
    await expect(hr.call(MakeDailyReport, { day: '2026-03-03' })).rejects.toMatchObject({
      code: 'daily-report.day-not-over',
    });

    await expect(hr.call(MailDailyReportAgain, { day: MONDAY })).rejects.toMatchObject({
      code: 'daily-report.nobody-to-mail',
    });
    await hr.call(MailDailyReportAgain, { day: MONDAY, recipients: ['head@example.com'] });
    await run();
    expect(server.taken.slice(2).map(({ to }) => to)).toEqual(['head@example.com']);
  });

  it('tries again after a temporary no, gives up on a refusal, and raises an alarm at 8:15', async () => {
    server.forget();
    server.answer('head@example.com', 451, 'try later');
    server.answer('director@example.com', 550, 'no such mailbox');
    at('2026-03-04', '08:06');
    await hr.get(MakeChecklist).execute();
    await run();
    expect(await outcomes('2026-03-03')).toEqual({
      'head@example.com': 'waiting',
      'director@example.com': 'refused',
    });
    await run();
    expect(server.asked).toHaveLength(2);
    server.answer('head@example.com', undefined);
    at('2026-03-04', '08:08');
    await run();
    const [director, head] = await mails('2026-03-03');
    expect(head).toMatchObject({ outcome: 'sent', tries: 2 });
    expect(director?.lastAnswer).toContain('no such mailbox');
    expect(await line('2026-03-04', 'daily-report')).toMatchObject({ standing: 'open' });
    expect(await line('2026-03-04', 'daily-report-not-mailed')).toBeUndefined();
    at('2026-03-04', '08:15');
    await Promise.all([run(), run()]);
    expect(await line('2026-03-04', 'daily-report-not-mailed')).toMatchObject({
      standing: 'open',
      proof: 'text',
      link: '/daily-reports/2026-03-03',
    });
  });

  it('fails after so many tries while the server is away', async () => {
    server.forget();
    await server.close();
    for (const time of ['08:06', '08:08', '08:10', '08:12']) {
      at('2026-03-05', time);
      await run();
    }
    for (const { outcome, tries, lastAnswer } of await mails('2026-03-04')) {
      expect({ outcome, tries }).toEqual({ outcome: 'failed', tries: 3 });
      expect(lastAnswer).toMatch(/ECONNREFUSED|connect/i);
    }
    await server.listen();
    expect(server.taken).toEqual([]);
    await hr.call(MailDailyReportAgain, { day: '2026-03-04' });
    await run();
    expect(server.taken.map(({ to }) => to).sort()).toEqual([...HEAD].sort());
  });

  it('does not mail again what may have arrived: the line broke after the mail, or the process ended', async () => {
    server.forget();
    await reportPolicy({ recipients: ['head@example.com'] });
    server.hangUpAfterMail = true;
    at('2026-03-06', '08:06');
    await run();
    server.hangUpAfterMail = false;
    expect(await outcomes('2026-03-05')).toEqual({ 'head@example.com': 'unknown' });
    at('2026-03-06', '08:30');
    await run();
    expect(server.taken).toHaveLength(1);

    await hr.query(`insert into daily_report_mail (day, recipient, version, outcome, tries, lease_until, queued_at)
      values ('2026-03-05', 'gone@example.com', 1, 'sending', 1, '2026-03-06T00:20:00Z', now())`);
    await run();
    expect(await outcomes('2026-03-05')).toMatchObject({ 'gone@example.com': 'unknown' });
    expect(server.taken).toHaveLength(1);
  });

  it('says no word to a server that cannot prove who it is', async () => {
    server.forget();
    const config = loadConfig(HrConfig, {
      DATABASE_URL: 'postgres://hr@localhost/none',
      SMTP_URL: server.url,
      SMTP_TIMEOUT_MS: '1000',
    });
    const mail = {
      to: 'head@example.com',
      subject: '日报',
      text: '',
      html: '',
      attachments: [],
      messageId: 'm@x',
    };
    await expect(new SmtpMailer(config).send(mail)).rejects.toMatchObject({
      name: 'MailNotTaken',
      message: expect.stringMatching(/certificate|self.signed|expired/i) as string,
      failure: { handedOver: false },
    });
    expect(server.taken).toEqual([]);
  });
});
