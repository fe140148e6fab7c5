import { Module } from '@nestjs/common';
import { PgRosterEntries } from './persistence/pg-roster-entries';
import { RosterEntries } from './roster-entries.port';

/** Monthly rosters: shift templates, drafts, wishes, publishing and changes (§8). */
@Module({
  providers: [{ provide: RosterEntries, useClass: PgRosterEntries }],
  exports: [RosterEntries],
})
export class RosterModule {}
