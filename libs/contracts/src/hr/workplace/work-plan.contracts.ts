import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFlag,
  OptionalId,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { WORKPLACE_ERRORS } from './members';

export const PLAN_STATES = ['open', 'done', 'dropped'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const WORK_PLAN_ERRORS = {
  notFound: 'work-plan.not-found',
  /** It is no year, quarter or month, or does not lie within that of the whole; `details.field` names it. */
  badPeriod: 'work-plan.bad-period',
  /** Nothing is done while parts of it are open. */
  partsOpen: 'work-plan.parts-open',
} as const;

export class PlanItemFields {
  @OptionalId('What it is a part of; a year has none')
  parentId?: string;

  @RequiredText('Year, quarter or month: 2026, 2026-Q3, 2026-09', 7)
  period: string;

  @RequiredText('What is to be done', 300)
  title: string;

  @OptionalText('By what it will be seen that it is done', 1000)
  target?: string;

  @StaffNumber('Who answers for it')
  ownerNumber: string;
}

export class PlanReviewView {
  @Whole('Progress, per cent', 0, 100)
  percent: number;

  @RequiredText('How it stands, and what follows', 4000)
  text: string;

  @Instant('When')
  reviewedAt: string;

  @RequiredText('By whom', 200)
  reviewedBy: string;
}

export class PlanItemView extends PlanItemFields {
  @Id('Id of the item')
  itemId: string;

  @Whole('Year of the plan', 1970, 2099)
  year: number;

  @OneOf('Where it stands', PLAN_STATES)
  state: PlanState;

  @OptionalWhole('Progress, per cent; absent while nothing is known of it', 0, 100)
  progress?: number;

  @Flag('Its period is over and it is not done')
  behind: boolean;

  @ListOf('Reviews, the latest first; at most 50', () => PlanReviewView)
  reviews: PlanReviewView[];
}

export const AddPlanItem = operation({
  subject: 'hr.command.add-plan-item.v1',
  request: PlanItemFields,
  reply: PlanItemView,
  errors: [WORK_PLAN_ERRORS.notFound, WORK_PLAN_ERRORS.badPeriod, WORKPLACE_ERRORS.unknownStaff],
});

export class PlanItemReference {
  @Id('Id of the item')
  itemId: string;
}

export class PlanItemChange {
  @OptionalText('What is to be done', 300)
  title?: string;

  @OptionalText('By what it will be seen that it is done', 1000)
  target?: string;

  @OptionalStaffNumber('Who answers for it')
  ownerNumber?: string;

  @OptionalOneOf('Where it stands', PLAN_STATES)
  state?: PlanState;
}

export class ChangePlanItemRequest extends PlanItemChange {
  @Id('Id of the item')
  itemId: string;
}

export const ChangePlanItem = operation({
  subject: 'hr.command.change-plan-item.v1',
  request: ChangePlanItemRequest,
  reply: PlanItemView,
  errors: [WORK_PLAN_ERRORS.notFound, WORK_PLAN_ERRORS.partsOpen, WORKPLACE_ERRORS.unknownStaff],
});

export class PlanReview {
  @Whole('Progress, per cent', 0, 100)
  percent: number;

  @RequiredText('How it stands, and what follows', 4000)
  text: string;
}

export class ReviewPlanItemRequest extends PlanReview {
  @Id('Id of the item')
  itemId: string;
}

export const ReviewPlanItem = operation({
  subject: 'hr.command.review-plan-item.v1',
  request: ReviewPlanItemRequest,
  reply: PlanItemView,
  errors: [WORK_PLAN_ERRORS.notFound],
});

export class ListPlanItemsRequest extends OrderedPageRequest {
  @OptionalWhole('Only of the plan of this year', 1970, 2099)
  year?: number;

  @OptionalText('Only of this period', 7)
  period?: string;

  @OptionalId('Only parts of this')
  parentId?: string;

  @OptionalStaffNumber('Only for which this member of staff answers')
  ownerNumber?: string;

  @OptionalOneOf('Only those that stand so', PLAN_STATES)
  state?: PlanState;

  @OptionalFlag('Only those that are behind, or are not')
  behind?: boolean;
}

export class PlanItemPage extends PageOf(PlanItemView) {}

export const ListPlanItems = operation({
  subject: 'hr.query.plan-items.v1',
  request: ListPlanItemsRequest,
  reply: PlanItemPage,
});

/** Those for which who asks answers. */
export const ListOwnPlanItems = operation({
  subject: 'hr.query.own-plan-items.v1',
  request: OrderedPageRequest,
  reply: PlanItemPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});
