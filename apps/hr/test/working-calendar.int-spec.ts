import {
  type CalendarChangedPayload,
  GetCalendar,
  ImportCalendarYear,
  type ImportCalendarYearRequest,
  ListCalendarDays,
  ListCalendarVersions,
  type Operation,
} from '@switchyard/contracts';
import {
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  type RunningService,
  runService,
  systemContext,
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { HrConfig } from '../src/hr.config';
import { HrModule } from '../src/hr.module';

describe('the working calendar', () => {
  let postgres: TestPostgres;
  let service: RunningService;

  beforeAll(async () => {
    postgres = await startTestPostgres('hr');
    const config = loadConfig(HrConfig, { DATABASE_URL: postgres.url('hr'), HR_HTTP_PORT: '0' });
    service = await runService(
      { name: 'hr', module: HrModule, config },
      { transport: new InProcessTransport(new InProcessBus()), logger: Logger.silent() },
    );
  }, 120_000);

  afterAll(async () => {
    await service.stop();
    await postgres.remove();
  });

  const get = <T>(token: abstract new (...args: never[]) => T): T =>
    service.app.get<T>(token, { strict: false });
  const call = <Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    request: Request,
  ): Promise<Reply> =>
    get(OperationClient).call(operation, request, systemContext('test'), { timeoutMs: 30_000 });
  const told = async (): Promise<CalendarChangedPayload[]> => {
    const rows = await get(UnitOfWork).query<{ payload: string }>(
      `select payload from outbox where subject = 'hr.event.calendar-changed.v1' order by seq`,
    );
    return rows.map(({ payload }) => JSON.parse(payload) as CalendarChangedPayload);
  };
  const newYear = { date: '2027-01-01', kind: 'holiday' as const, nameZh: '元旦', nameEn: "New Year's Day" };
  const year2027: ImportCalendarYearRequest = {
    calendarId: 'cn',
    year: 2027,
    source: '国务院办公厅通知',
    sourceVersion: '2026-11',
    rows: [newYear],
  };

  it('is there from the start, with its days page by page', async () => {
    expect(await call(GetCalendar, { calendarId: 'cn' })).toMatchObject({
      version: 1,
      coveredFrom: '2024-01-01',
      coveredTo: '2026-12-31',
      workingWeekdays: [1, 2, 3, 4, 5],
    });
    const october = { calendarId: 'cn', from: '2026-10-01', to: '2026-10-31' };
    const first = await call(ListCalendarDays, { ...october, limit: 5 });
    const second = await call(ListCalendarDays, { ...october, limit: 5, cursor: first.nextCursor });
    const days = [...first.items, ...second.items].map(({ date }) => date);
    expect(days).toEqual([...'1234567'].map((day) => `2026-10-0${day}`).concat('2026-10-10'));
    expect(second.items.at(-1)).toMatchObject({ kind: 'extra-working-day', nameZh: '国庆节' });
    for (const operation of [GetCalendar, ListCalendarDays, ListCalendarVersions]) {
      await expect(call<object, object>(operation, { calendarId: 'mars' })).rejects.toMatchObject({
        code: 'calendar.not-found',
      });
    }
  });

  it('gets another year: a version of its own, told whole to every service; the same again makes none', async () => {
    const imported = await call(ImportCalendarYear, year2027);
    expect(imported).toMatchObject({
      version: 2,
      coveredTo: '2027-12-31',
      added: ['2027-01-01'],
      removed: [],
    });
    expect(await call(ImportCalendarYear, year2027)).toMatchObject({ version: 2, added: [] });
    const events = await told();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ calendarId: 'cn', version: 2, coveredFrom: '2024-01-01' });
    expect(events[0]?.days).toContainEqual(newYear);
    expect(events[0]?.days).toContainEqual({
      date: '2026-10-01',
      kind: 'holiday',
      nameZh: '国庆节',
      nameEn: 'National Day',
    });
    const { items } = await call(ListCalendarVersions, { calendarId: 'cn' });
    expect(items).toMatchObject([{ version: 2, source: '国务院办公厅通知', madeBy: 'system:test' }]);
  });

  it('takes CSV and the file of chinese-days, in the place of what was there', async () => {
    const { rows: _, ...year } = year2027;
    const csv = 'date,kind,nameZh,nameEn\n2027-01-01,holiday,元旦,New Year\n2027-01-02,holiday,元旦,New Year';
    expect(await call(ImportCalendarYear, { ...year, csv })).toMatchObject({
      version: 3,
      added: ['2027-01-02'],
      changed: ['2027-01-01'],
    });
    const chineseDays = {
      holidays: { '2027-01-01': 'New Year,元旦,1' },
      workdays: { '2027-01-03': 'New Year,元旦,1' },
    };
    expect(await call(ImportCalendarYear, { ...year, chineseDays })).toMatchObject({
      version: 4,
      added: ['2027-01-03'],
      removed: ['2027-01-02'],
      changed: [],
    });
  });

  it('refuses what makes no calendar, naming it, and stays as it was', async () => {
    const { rows: _, ...year } = year2027;
    for (const [request, code] of [
      [year, 'request.invalid'],
      [{ ...year2027, csv: 'date' }, 'request.invalid'],
      [{ ...year, csv: 'date' }, 'calendar.invalid'],
      [{ ...year2027, rows: [] }, 'calendar.invalid'],
      [{ ...year2027, rows: [newYear, newYear] }, 'calendar.invalid'],
      [{ ...year2027, year: 2030, rows: [{ ...newYear, date: '2030-01-01' }] }, 'calendar.invalid'],
      [{ ...year2027, calendarId: 'mars' }, 'calendar.not-found'],
    ] as const) {
      await expect(call(ImportCalendarYear, request as ImportCalendarYearRequest)).rejects.toMatchObject({
        code,
      });
    }
    expect(await call(GetCalendar, { calendarId: 'cn' })).toMatchObject({ version: 4 });
  });

  it('two imports at once are two versions, one after the other', async () => {
    const { rows: _, ...year } = year2027;
    const before = (await call(GetCalendar, { calendarId: 'cn' })).version;
    const holiday = (day: string) => ({ ...year, rows: [{ ...newYear, date: `2027-02-${day}` }] });
    const imports = ['01', '02', '03', '04'].map((day) => call(ImportCalendarYear, holiday(day)));
    const versions = (await Promise.all(imports)).map(({ version }) => version);
    expect(versions.sort((one, other) => one - other)).toEqual([1, 2, 3, 4].map((more) => before + more));
    const days = await call(ListCalendarDays, { calendarId: 'cn', from: '2027-01-01' });
    expect(days.items).toHaveLength(1);
  });
});
