import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Count,
  Day,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFlag,
  OptionalId,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { QUALITY_ERRORS } from './errors';
import { Words } from './quality-fields';
import { IMPROVEMENT_STATES, type ImprovementState } from './words';

export class ImprovementPlanActionBody {
  @RequiredText('What is done', 500)
  what: string;

  @Day('Until when')
  due: string;
}

export class ImprovementPlanBody {
  @StaffNumber('Whose plan it is')
  staffNumber: string;

  @OptionalId('The evaluation that it follows from')
  evaluationId?: string;

  @Words('Items of the scorecard that are to become better')
  @IsOptional()
  @ArrayMaxSize(30)
  itemCodes?: string[];

  @RequiredText('What is to be reached', 1000)
  goal: string;

  @Day('Until when; not in the past')
  deadline: string;

  @OptionalStaffNumber('Leader who helps; the leader of the group unless told')
  leaderNumber?: string;

  @OptionalStaffNumber('Trainer who helps')
  trainerNumber?: string;

  @ListOf('Actions, each due by the deadline at the latest', () => ImprovementPlanActionBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  actions: ImprovementPlanActionBody[];
}

export class ImprovementPlanActionView extends ImprovementPlanActionBody {
  @ApiProperty({ description: 'Place, from 1', type: 'integer' })
  @IsInt()
  @Min(1)
  place: number;

  @Flag('Not done after its day')
  overdue: boolean;

  @OptionalInstant('When it was done')
  doneAt?: string;

  @OptionalText('Who said so', 200)
  doneBy?: string;

  @OptionalText('How', 1000)
  note?: string;
}

export class ImprovementPlanNoteView {
  @RequiredText('What was seen or said', 1000)
  text: string;

  @Instant('When')
  madeAt: string;

  @RequiredText('Who', 200)
  madeBy: string;
}

export class ImprovementPlanSummary {
  @Id('The plan')
  planId: string;

  @StaffNumber('Whose plan it is')
  staffNumber: string;

  @OptionalText('Group', 40)
  groupCode?: string;

  @OptionalId('The evaluation that it follows from')
  evaluationId?: string;

  @Words('Items that are to become better')
  itemCodes: string[];

  @RequiredText('What is to be reached', 1000)
  goal: string;

  @Day('Until when')
  deadline: string;

  @OptionalStaffNumber('Leader who helps')
  leaderNumber?: string;

  @OptionalStaffNumber('Trainer who helps')
  trainerNumber?: string;

  @OneOf('State', IMPROVEMENT_STATES)
  state: ImprovementState;

  @Flag('Open after the deadline')
  overdue: boolean;

  @Count('Actions')
  actionCount: number;

  @Count('Actions that are done')
  actionsDone: number;

  @Instant('When it was opened')
  openedAt: string;

  @RequiredText('Who opened it', 200)
  openedBy: string;

  @OptionalInstant('When it was closed')
  closedAt?: string;

  @OptionalText('Who closed it', 200)
  closedBy?: string;

  @OptionalText('What came of it', 1000)
  outcome?: string;
}

export class ImprovementPlanView extends ImprovementPlanSummary {
  @ListOf('Actions', () => ImprovementPlanActionView)
  actions: ImprovementPlanActionView[];

  @ListOf('What was followed through', () => ImprovementPlanNoteView)
  notes: ImprovementPlanNoteView[];
}

/** An improvement plan with a deadline (§14). */
export const OpenImprovementPlan = operation({
  subject: 'hr.command.open-improvement-plan.v1',
  request: ImprovementPlanBody,
  reply: ImprovementPlanView,
  errors: [QUALITY_ERRORS.staffUnknown, QUALITY_ERRORS.evaluationNotFound, QUALITY_ERRORS.planInvalid],
});

export class ImprovementPlanReference {
  @Id('The plan')
  planId: string;
}

const CHANGES = [QUALITY_ERRORS.planNotFound, QUALITY_ERRORS.planClosed] as const;

export const GetImprovementPlan = operation({
  subject: 'hr.query.improvement-plan.v1',
  request: ImprovementPlanReference,
  reply: ImprovementPlanView,
  errors: [QUALITY_ERRORS.planNotFound],
});

export class FinishImprovementActionRequest extends ImprovementPlanReference {
  @ApiProperty({ description: 'Place of the action, from 1', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  place: number;

  @OptionalText('How', 1000)
  note?: string;
}

/** An action is done; said again, the first stays. */
export const FinishImprovementAction = operation({
  subject: 'hr.command.finish-improvement-action.v1',
  request: FinishImprovementActionRequest,
  reply: ImprovementPlanView,
  errors: CHANGES,
});

export class NoteImprovementPlanRequest extends ImprovementPlanReference {
  @RequiredText('What was seen or said', 1000)
  text: string;
}

/** Follows a plan through. */
export const NoteImprovementPlan = operation({
  subject: 'hr.command.note-improvement-plan.v1',
  request: NoteImprovementPlanRequest,
  reply: ImprovementPlanView,
  errors: CHANGES,
});

export class ImprovementPlanClosing {
  @OneOf('How it ends', ['fulfilled', 'failed', 'cancelled'])
  state: 'fulfilled' | 'failed' | 'cancelled';

  @RequiredText('What came of it', 1000)
  outcome: string;
}

export class CloseImprovementPlanRequest extends ImprovementPlanClosing {
  @Id('The plan')
  planId: string;
}

/** Ends a plan; it is fulfilled only when every action is done. */
export const CloseImprovementPlan = operation({
  subject: 'hr.command.close-improvement-plan.v1',
  request: CloseImprovementPlanRequest,
  reply: ImprovementPlanView,
  errors: [...CHANGES, QUALITY_ERRORS.planInvalid],
});

export class ListImprovementPlansRequest extends PageRequest {
  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalText('Only of this group', 40)
  groupCode?: string;

  @OptionalOneOf('Only in this state', IMPROVEMENT_STATES)
  state?: ImprovementState;

  @OptionalFlag('Only those that are, or are not, open after the deadline')
  overdue?: boolean;
}

export class ImprovementPlanPage extends PageOf(ImprovementPlanSummary) {}

/** Plans, the latest first. */
export const ListImprovementPlans = operation({
  subject: 'hr.query.improvement-plans.v1',
  request: ListImprovementPlansRequest,
  reply: ImprovementPlanPage,
});

/** The asker's own plans, with everything, the latest first. */
export class ListOwnImprovementPlansRequest extends PageRequest {}

export class OwnImprovementPlanPage extends PageOf(ImprovementPlanView) {}

export const ListOwnImprovementPlans = operation({
  subject: 'hr.query.own-improvement-plans.v1',
  request: ListOwnImprovementPlansRequest,
  reply: OwnImprovementPlanPage,
  errors: [QUALITY_ERRORS.notStaff],
});
