import { CHINESE_CALENDAR_DOCUMENT } from '@switchyard/domain';
import {
  calendarMigration,
  calendarUpdate,
  loadConfig,
  Logger,
  readCalendar,
  ServiceConfig,
  UnitOfWork,
} from '../src';
import { openDataSource } from '../src/persistence/data-source';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';

const DOCUMENT = {
  ...CHINESE_CALENDAR_DOCUMENT,
  workingWeekdays: [...CHINESE_CALENDAR_DOCUMENT.workingWeekdays],
};
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startTestPostgres();
});

afterAll(async () => {
  await postgres?.remove();
});

async function withMigrations<T>(
  migrations: ReturnType<typeof calendarMigration>[],
  work: (unitOfWork: UnitOfWork) => Promise<T>,
): Promise<T> {
  const config = loadConfig(ServiceConfig, { DATABASE_URL: postgres.url('hr') });
  const dataSource = await openDataSource({ schema: 'hr', migrations }, config, Logger.silent());
  try {
    return await work(new UnitOfWork(dataSource, Logger.silent()));
  } finally {
    await dataSource.destroy();
  }
}

describe('the copy of the working calendar', () => {
  it('holds what the data file holds', async () => {
    const stored = await withMigrations([calendarMigration(DOCUMENT)], (unitOfWork) =>
      readCalendar(unitOfWork, 'cn'),
    );
    const overrides = DOCUMENT.overrides.map((day) => ({ ...day, inLieu: day.inLieu ?? false }));
    expect(stored).toEqual({ ...DOCUMENT, overrides });
  });

  it('takes a later edition, but not over days that were changed by hand', async () => {
    const later = {
      ...DOCUMENT,
      sourceVersion: 'later',
      coverage: { from: '2027-01-01', to: '2027-12-31' },
      overrides: [
        { date: '2024-01-01', kind: 'extra-working-day', nameZh: '改', nameEn: 'changed' },
        { date: '2027-01-01', kind: 'holiday', nameZh: '元旦', nameEn: 'New Year' },
      ],
    };
    const migrations = [calendarMigration(DOCUMENT)];
    await withMigrations(migrations, (unitOfWork) =>
      unitOfWork.query(`UPDATE calendar_override SET by_hand = true WHERE date = '2024-01-01'`),
    );
    const update = calendarUpdate(later, '1800000000000');
    const stored = await withMigrations([...migrations, update], (unitOfWork) =>
      readCalendar(unitOfWork, 'cn'),
    );
    expect(stored?.coverage).toEqual({ from: DOCUMENT.coverage.from, to: '2027-12-31' });
    expect(stored?.overrides[0]).toMatchObject({ date: '2024-01-01', kind: 'holiday' });
    expect(stored?.overrides.at(-1)).toMatchObject({ date: '2027-01-01', nameZh: '元旦' });
  });

  it('is made once by several services that start at the same time', async () => {
    const migrations = [calendarMigration(DOCUMENT), calendarUpdate(DOCUMENT, '1800000000001')];
    const read = (unitOfWork: UnitOfWork) => readCalendar(unitOfWork, 'cn');
    const copies = await Promise.all([1, 2, 3].map(() => withMigrations(migrations, read)));
    expect(new Set(copies.map((copy) => JSON.stringify(copy))).size).toBe(1);
  });
});
