import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import {
  Day,
  Id,
  Instant,
  ListOf,
  Month,
  OneOf,
  OptionalDay,
  OptionalInstant,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { OptionalOrganisationCode, OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { RosterCode } from './roster-fields';
import {
  ROSTER_STATES,
  type RosterState,
  SEVERITIES,
  SHIFT_DUTY_WORDS,
  type ShiftDutyWord,
  type ViolationSeverity,
} from './words';

export class RosterView {
  @Id('Id of the roster')
  rosterId: string;

  @Month('Its month')
  month: string;

  @OptionalOrganisationCode('Its department; absent where it is of the whole centre', 'operations')
  departmentCode?: string;

  @RequiredText('Name', 100)
  name: string;

  @OneOf('State', ROSTER_STATES)
  state: RosterState;

  @Whole('Of the draft: send the one that you have seen when you save', 1, 2_000_000_000)
  revision: number;

  @Whole('Of what is published, from 1; 0 before', 0, 2_000_000_000)
  version: number;

  @Whole('Shifts in it', 0, 2_000_000_000)
  shifts: number;

  @Instant('When it was drafted')
  draftedAt: string;

  @RequiredText('Who drafted it', 200)
  draftedBy: string;

  @OptionalInstant('When it was published')
  publishedAt?: string;

  @OptionalText('Who published it', 200)
  publishedBy?: string;
}

export class EntryBreakView {
  @Instant('Start')
  startAt: string;

  @Instant('End')
  endAt: string;
}

export class RosterEntryView {
  @Id('Id of the shift')
  entryId: string;

  @Id('Roster that it is in')
  rosterId: string;

  @StaffNumber()
  staffNumber: string;

  @OptionalText('Name', 200)
  staffName?: string;

  @Day('Day on which the shift starts')
  workDate: string;

  @Instant('Start')
  startAt: string;

  @Instant('End; of an overnight shift on the next day')
  endAt: string;

  @ListOf('Breaks', () => EntryBreakView, 20)
  breaks: EntryBreakView[];

  @RosterCode('Template that it was made from', 'night-8')
  templateCode: string;

  @Whole('Version of that template', 1, 1_000_000)
  templateVersion: number;

  @OneOf('What it is for', SHIFT_DUTY_WORDS)
  duty: ShiftDutyWord;
}

export class RosterViolationView {
  @RequiredText('What is violated', 40)
  code: string;

  @OneOf('`hard` refuses publishing, `soft` needs a reason', SEVERITIES)
  severity: ViolationSeverity;

  @OptionalStaffNumber('Whose shifts')
  staffNumber?: string;

  @OptionalDay('On which day; a fault of the whole month has none')
  date?: string;

  @OptionalWhole('Part of the day, minutes since midnight', 0, 1440)
  fromMinute?: number;

  @OptionalWhole('End of that part', 0, 1440)
  toMinute?: number;

  @RequiredText('In Chinese', 500)
  textZh: string;

  @RequiredText('In English', 500)
  textEn: string;
}

/** One person's line of the grid. */
export class RosterRowView {
  @StaffNumber()
  staffNumber: string;

  @OptionalText('Name', 200)
  staffName?: string;

  @OptionalOrganisationCode('Group', 'telephone')
  groupCode?: string;

  @ApiProperty({
    description:
      'Shift by day: codes of templates, `*` behind one in reserve, `+` behind overtime; several apart by a space',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { '2026-12-01': 'day-8', '2026-12-02': 'night-8*' },
  })
  @IsObject()
  days: Record<string, string>;

  @ApiPropertyOptional({
    description: 'Days of leave, by day',
    type: 'object',
    additionalProperties: { type: 'string' },
  })
  @IsOptional()
  @IsObject()
  leave?: Record<string, string>;
}

export class RosterVersionView {
  @Whole('Version, from 1', 1, 1_000_000)
  version: number;

  @Instant('When it was made')
  madeAt: string;

  @RequiredText('Who made it', 200)
  madeBy: string;

  @OptionalText('Why', 1000)
  reason?: string;

  @Whole('Shifts in it', 0, 10_000_000)
  shifts: number;

  @ListOf('What it was published with', () => RosterViolationView, 10_000)
  violations: RosterViolationView[];
}
