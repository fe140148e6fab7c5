import { Module } from '@nestjs/common';
import { CHINESE_CALENDAR_DOCUMENT } from '@switchyard/domain';
import { calendarMigration, PersistenceModule } from '@switchyard/platform';

/** Staff and their time; owns the working calendar, of which every service keeps a copy. */
@Module({
  imports: [
    PersistenceModule.forService({
      schema: 'hr',
      migrations: [calendarMigration(CHINESE_CALENDAR_DOCUMENT)],
    }),
  ],
})
export class HrModule {}
