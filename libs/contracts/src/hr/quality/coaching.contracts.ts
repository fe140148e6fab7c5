import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Count,
  Day,
  Flag,
  Id,
  Instant,
  OptionalDay,
  OptionalId,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { QUALITY_ERRORS } from './errors';

export class CoachingBody {
  @StaffNumber('Who was coached')
  staffNumber: string;

  @Instant('When it began; not in the future')
  heldAt: string;

  @ApiProperty({
    description: 'Minutes; those of the policy (30) unless told',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(480)
  minutes?: number;

  @OptionalId('The recording that was heard together')
  recordingId?: string;

  @Flag('Whether the agent heard the own recording first (S2 L251)')
  ownHeardFirst: boolean;

  @RequiredText('What it was about', 1000)
  topics: string;

  @OptionalText('What was agreed', 1000)
  agreed?: string;

  @OptionalId('The improvement plan that it belongs to')
  planId?: string;
}

export class CoachingView {
  @Id('The coaching')
  coachingId: string;

  @StaffNumber('Who was coached')
  staffNumber: string;

  @OptionalText('Group at that time', 40)
  groupCode?: string;

  @Instant('When it began')
  heldAt: string;

  @Count('Minutes')
  minutes: number;

  @OptionalId('The recording that was heard together')
  recordingId?: string;

  @Flag('Whether the agent heard the own recording first')
  ownHeardFirst: boolean;

  @RequiredText('What it was about', 1000)
  topics: string;

  @OptionalText('What was agreed', 1000)
  agreed?: string;

  @OptionalId('The improvement plan')
  planId?: string;

  @RequiredText('Who coached', 200)
  coachedBy: string;

  @Instant('When it was written down')
  recordedAt: string;
}

/** Writes a coaching down that was held. */
export const RecordCoaching = operation({
  subject: 'hr.command.record-coaching.v1',
  request: CoachingBody,
  reply: CoachingView,
  errors: [QUALITY_ERRORS.staffUnknown, QUALITY_ERRORS.planNotFound, QUALITY_ERRORS.ownCall],
});

export class ListCoachingsRequest extends PageRequest {
  @OptionalDay('Held from this day on')
  from?: string;

  @OptionalDay('Held until this day, included')
  to?: string;

  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalText('Only of this group', 40)
  groupCode?: string;
}

export class CoachingPage extends PageOf(CoachingView) {}

/** Coachings, the latest first. */
export const ListCoachings = operation({
  subject: 'hr.query.coachings.v1',
  request: ListCoachingsRequest,
  reply: CoachingPage,
});

export class ListCoachingGapsRequest extends PageRequest {
  @Day('A day of the week that is asked for')
  week: string;

  @OptionalText('Only of this group', 40)
  groupCode?: string;
}

export class CoachingGap {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OptionalText('Group', 40)
  groupCode?: string;

  @OptionalStaffNumber('Leader of the group')
  leaderNumber?: string;

  @Count('Minutes of the week')
  minutes: number;

  @Count('Minutes that are missing')
  missing: number;
}

export class CoachingGapPage extends PageOf(CoachingGap) {}

/** Active agents who had less coaching in a week, Monday to Sunday, than the policy asks for. */
export const ListCoachingGaps = operation({
  subject: 'hr.query.coaching-gaps.v1',
  request: ListCoachingGapsRequest,
  reply: CoachingGapPage,
});

/** The asker's own coachings, the latest first. */
export class ListOwnCoachingsRequest extends PageRequest {}

export const ListOwnCoachings = operation({
  subject: 'hr.query.own-coachings.v1',
  request: ListOwnCoachingsRequest,
  reply: CoachingPage,
  errors: [QUALITY_ERRORS.notStaff],
});
