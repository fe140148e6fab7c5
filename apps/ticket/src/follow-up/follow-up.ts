import type {
  CustomerKind,
  ExclusionReason,
  FollowUpAction,
  FollowUpBasis,
  FollowUpChannel,
  FollowUpJudgement,
  FollowUpKind,
  FollowUpOutcome,
  FollowUpPurposeName,
  FollowUpStatus,
} from '@switchyard/contracts';

/** One call that is owed to a customer (§4). */
export interface FollowUp {
  readonly id: string;
  readonly workOrderNumber: string;
  readonly kind: FollowUpKind;
  readonly purpose: FollowUpPurposeName;
  readonly basis: FollowUpBasis;
  readonly faultKey?: string;
  /** Of the work order, from 1. */
  readonly cycle: number;
  readonly accountNo?: string;
  readonly phone?: string;
  readonly customerKind: CustomerKind;
  readonly areaCode?: string;
  readonly arisesAt: Date;
  readonly callFrom: Date;
  readonly dueAt: Date;
  readonly provisional: boolean;
  readonly status: FollowUpStatus;
  readonly assigneeId?: string;
  readonly plannedFor?: Date;
  /** Why it is planned for after its time. */
  readonly planReason?: string;
  readonly tries: number;
  readonly endedAt?: Date;
  readonly opinion?: string;
  readonly satisfaction?: number;
  readonly judgement?: FollowUpJudgement;
  readonly action?: FollowUpAction;
  readonly complaintNumber?: string;
  readonly exclusionReason?: ExclusionReason;
  readonly exclusionText?: string;
}

/** One call for it; one call for two of them is two tries with one contact (C4). */
export interface FollowUpTry {
  readonly itemId: string;
  /** From 1. */
  readonly ordinal: number;
  readonly contactId: string;
  readonly at: Date;
  readonly byId: string;
  readonly channel: FollowUpChannel;
  readonly outcome: FollowUpOutcome;
  readonly outsideHours: boolean;
  readonly callReference?: string;
  readonly opinion?: string;
  readonly satisfaction?: number;
}

export const isToDo = ({ status }: FollowUp): boolean => status === 'open' || status === 'assigned';
