import { Module } from '@nestjs/common';
import { RosterEntriesModule } from './roster-entries.module';

/** Monthly rosters: shift templates, drafts, wishes, publishing and changes (§8). */
@Module({
  imports: [RosterEntriesModule],
  exports: [RosterEntriesModule],
})
export class RosterModule {}
