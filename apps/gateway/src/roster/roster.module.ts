import { Module } from '@nestjs/common';
import { MyRosterController } from './my-roster.controller';
import { RosterChangeController } from './roster-change.controller';
import { RosterContentController } from './roster-content.controller';
import { RosterController } from './roster.controller';
import { ShiftTemplateController } from './shift-template.controller';

/** Rosters over REST. */
@Module({
  controllers: [
    MyRosterController,
    RosterChangeController,
    RosterContentController,
    RosterController,
    ShiftTemplateController,
  ],
})
export class RosterModule {}
