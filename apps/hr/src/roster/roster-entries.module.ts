import { Module } from '@nestjs/common';
import { PgRosterEntries } from './persistence/pg-roster-entries';
import { RosterEntries } from './roster-entries.port';

/** Published shifts alone, for the features that the roster itself asks. */
@Module({
  providers: [{ provide: RosterEntries, useClass: PgRosterEntries }],
  exports: [RosterEntries],
})
export class RosterEntriesModule {}
