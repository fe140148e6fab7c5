import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Texts,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { CourseCode, OptionalCourseCode } from './training-fields';
import { StaffNumbers } from '../staff/staff-fields';
import { COURSE_ERRORS } from './course.contracts';

export const TRAINING_PLAN_ERRORS = {
  notFound: 'training-plan.not-found',
  changed: 'training-plan.version-conflict',
  alreadyApproved: 'training-plan.already-approved',
  needNotFound: 'training-need.not-found',
  needDecided: 'training-need.already-decided',
} as const;

const YEAR = [2000, 2099] as const;

export class TrainingPlanItem {
  @Whole('Quarter', 1, 4)
  quarter: number;

  @CourseCode()
  courseCode: string;

  @Whole('Sessions to be held', 1, 1000)
  sessions: number;

  @Whole('People to be trained; 0 when none are named', 0, 1_000_000)
  people: number;

  @OptionalText('For whom', 200)
  audience?: string;
}

export class TrainingPlanItemProgress extends TrainingPlanItem {
  @Whole('Sessions that are planned and not held yet', 0, 1_000_000)
  sessionsPlanned: number;

  @Whole('Sessions that were held', 0, 1_000_000)
  sessionsHeld: number;

  @Whole('Different people who attended', 0, 1_000_000)
  peopleTrained: number;

  @OneOf('behind: the quarter is over and less was held than planned', [
    'not-due',
    'scheduled',
    'behind',
    'done',
  ])
  state: 'not-due' | 'scheduled' | 'behind' | 'done';
}

export class UnplannedTraining {
  @Whole('Quarter', 1, 4)
  quarter: number;

  @CourseCode()
  courseCode: string;

  @Whole('Sessions that were held', 0, 1_000_000)
  held: number;

  @Whole('Different people who attended', 0, 1_000_000)
  peopleTrained: number;
}

export class TrainingPlanView {
  @Whole('Year', ...YEAR)
  year: number;

  @Whole('Version', 1, 1_000_000)
  version: number;

  @Flag('Whether this version was approved')
  approved: boolean;

  @ListOf('Lines of the plan, with what was done of them', () => TrainingPlanItemProgress)
  items: TrainingPlanItemProgress[];

  @ListOf('Held although no line names it', () => UnplannedTraining)
  unplanned: UnplannedTraining[];

  @Instant('When this version was made')
  madeAt: string;

  @RequiredText('Who made it', 200)
  madeBy: string;

  @OptionalInstant('When it was approved')
  approvedAt?: string;

  @OptionalText('Who approved it', 200)
  approvedBy?: string;
}

export class GetTrainingPlanRequest {
  @Whole('Year', ...YEAR)
  year: number;

  @OptionalWhole(
    'Version; the last that was approved unless given, or the last draft while none is',
    1,
    1_000_000,
  )
  version?: number;
}

export const GetTrainingPlan = operation({
  subject: 'hr.query.training-plan.v1',
  request: GetTrainingPlanRequest,
  reply: TrainingPlanView,
  errors: [TRAINING_PLAN_ERRORS.notFound],
});

export class TrainingPlanBody {
  @Whole('Version that is changed; 0 for the first', 0, 1_000_000)
  baseVersion: number;

  @ListOf('All lines', () => TrainingPlanItem, 500)
  items: TrainingPlanItem[];
}

export class SaveTrainingPlanRequest extends TrainingPlanBody {
  @Whole('Year', ...YEAR)
  year: number;
}

/** A new version of the year's plan; what was approved holds until the new version is. */
export const SaveTrainingPlan = operation({
  subject: 'hr.command.save-training-plan.v1',
  request: SaveTrainingPlanRequest,
  reply: TrainingPlanView,
  errors: [TRAINING_PLAN_ERRORS.changed, COURSE_ERRORS.notFound],
});

export class ApproveTrainingPlanRequest {
  @Whole('Year', ...YEAR)
  year: number;

  @Whole('Version', 1, 1_000_000)
  version: number;
}

export const ApproveTrainingPlan = operation({
  subject: 'hr.command.approve-training-plan.v1',
  request: ApproveTrainingPlanRequest,
  reply: TrainingPlanView,
  errors: [TRAINING_PLAN_ERRORS.notFound, TRAINING_PLAN_ERRORS.alreadyApproved, TRAINING_PLAN_ERRORS.changed],
});

export const TRAINING_NEED_SOURCES = ['quality', 'manual'] as const;
export const TRAINING_NEED_STATES = ['open', 'planned', 'declined'] as const;

export class TrainingNeedFields {
  @Whole('Year', ...YEAR)
  year: number;

  @Whole('Quarter', 1, 4)
  quarter: number;

  @RequiredText('What is to be learnt', 200)
  topic: string;

  @OptionalCourseCode('Course that would serve')
  courseCode?: string;

  @StaffNumbers('Who needs it', 5000)
  staffNumbers: string[];

  @OptionalText('Remark', 1000)
  remark?: string;
}

export class TrainingNeedView extends TrainingNeedFields {
  @Id('Id of the need')
  needId: string;

  @OneOf('Where it comes from', TRAINING_NEED_SOURCES)
  source: (typeof TRAINING_NEED_SOURCES)[number];

  @Whole('Findings of quality behind it', 0, 1_000_000)
  findings: number;

  @Texts('The findings themselves', 100_000, 200)
  findingIds: string[];

  @OneOf('What the review decided', TRAINING_NEED_STATES)
  state: (typeof TRAINING_NEED_STATES)[number];

  @OptionalText('Why', 1000)
  decision?: string;

  @OptionalInstant('When it was decided')
  decidedAt?: string;

  @OptionalText('Who decided', 200)
  decidedBy?: string;
}

export class AddTrainingNeedRequest extends TrainingNeedFields {}

export const AddTrainingNeed = operation({
  subject: 'hr.command.add-training-need.v1',
  request: AddTrainingNeedRequest,
  reply: TrainingNeedView,
  errors: [COURSE_ERRORS.notFound, 'staff.not-found'],
});

export class CollectTrainingNeedsRequest {
  @Whole('Year', ...YEAR)
  year: number;

  @Whole('Quarter', 1, 4)
  quarter: number;
}

export class CollectedTrainingNeeds {
  @Whole('Findings of the quarter', 0, 10_000_000)
  findings: number;

  @Whole('Needs that are new', 0, 1_000_000)
  added: number;

  @Whole('Open needs that have more findings now', 0, 1_000_000)
  grown: number;
}

/** Makes needs of what quality found in a quarter; said again, it makes none twice. */
export const CollectTrainingNeeds = operation({
  subject: 'hr.command.collect-training-needs.v1',
  request: CollectTrainingNeedsRequest,
  reply: CollectedTrainingNeeds,
});

export class ListTrainingNeedsRequest extends PageRequest {
  @OptionalWhole('Only of this year', ...YEAR)
  year?: number;

  @OptionalWhole('Only of this quarter', 1, 4)
  quarter?: number;

  @OptionalOneOf('Only in this state', TRAINING_NEED_STATES)
  state?: (typeof TRAINING_NEED_STATES)[number];

  @OptionalOneOf('Only from here', TRAINING_NEED_SOURCES)
  source?: (typeof TRAINING_NEED_SOURCES)[number];
}

export class TrainingNeedPage extends PageOf(TrainingNeedView, 'Needs, the latest quarter first') {}

export const ListTrainingNeeds = operation({
  subject: 'hr.query.training-needs.v1',
  request: ListTrainingNeedsRequest,
  reply: TrainingNeedPage,
});

export class TrainingNeedDecision {
  @OneOf('planned: sessions follow', ['planned', 'declined'])
  state: 'planned' | 'declined';

  @RequiredText('Why, and what follows', 1000)
  decision: string;

  @OptionalCourseCode('Course that serves it, when it was open')
  courseCode?: string;
}

export class DecideTrainingNeedRequest extends TrainingNeedDecision {
  @Id('Id of the need')
  needId: string;
}

/** The quarterly review's word on a need (§15, §18). */
export const DecideTrainingNeed = operation({
  subject: 'hr.command.decide-training-need.v1',
  request: DecideTrainingNeedRequest,
  reply: TrainingNeedView,
  errors: [TRAINING_PLAN_ERRORS.needNotFound, TRAINING_PLAN_ERRORS.needDecided, COURSE_ERRORS.notFound],
});
