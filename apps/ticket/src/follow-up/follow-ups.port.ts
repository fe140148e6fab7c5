import type {
  FollowUpFiguresBy,
  FollowUpKind,
  FollowUpPurposeName,
  FollowUpSort,
  FollowUpStatus,
} from '@switchyard/contracts';
import type { FollowUpCounts } from '@switchyard/domain';
import type { FollowUp, FollowUpTry } from './follow-up';

export interface FollowUpFilter {
  readonly status?: FollowUpStatus;
  readonly kind?: FollowUpKind;
  readonly purpose?: FollowUpPurposeName;
  readonly assigneeId?: string;
  readonly workOrderNumber?: string;
  readonly faultKey?: string;
  readonly areaCode?: string;
  readonly arisesFrom?: Date;
  readonly arisesBefore?: Date;
  readonly dueBefore?: Date;
  /** Not done, and due at this time or before. */
  readonly overdueAt?: Date;
  /** Departments and areas that the asking person may see; absent for all. */
  readonly within?: readonly string[];
}

export interface FollowUpsPage {
  readonly items: readonly FollowUp[];
  readonly nextCursor?: string;
}

export interface FiguresQuestion {
  readonly from: Date;
  readonly before: Date;
  readonly by: FollowUpFiguresBy;
  readonly kind?: FollowUpKind;
  readonly areaCode?: string;
  readonly now: Date;
}

export abstract class FollowUps {
  /** False when the work order has one for the purpose and cycle; nothing is stored then. */
  abstract add(item: FollowUp, by: string, at: Date): Promise<boolean>;
  abstract save(item: FollowUp, by: string, at: Date): Promise<void>;
  abstract addTry(one: FollowUpTry, at: Date): Promise<void>;
  /** Not done, due on a day that the calendar did not know; behind `after` in the order of ids. */
  abstract provisional(after: string | undefined, limit: number): Promise<readonly FollowUp[]>;
  abstract find(id: string): Promise<FollowUp | undefined>;
  /** Those of the ids that exist, by id; nobody else can change them until the transaction ends. */
  abstract lock(ids: readonly string[]): Promise<readonly FollowUp[]>;
  /** Of a work order, neither done nor given up nor left out; locked. */
  abstract lockToDo(workOrderNumber: string): Promise<readonly FollowUp[]>;
  abstract triesOf(id: string): Promise<readonly FollowUpTry[]>;
  /** @throws DomainError `request.invalid` for a cursor that this port did not make, or made for another order. */
  abstract list(
    filter: FollowUpFilter,
    sort: FollowUpSort,
    limit: number,
    cursor?: string,
  ): Promise<FollowUpsPage>;
  /** Sums by what is asked for, at most 1,000, and all together. */
  abstract figures(
    question: FiguresQuestion,
  ): Promise<{ readonly rows: ReadonlyMap<string, FollowUpCounts>; readonly total: FollowUpCounts }>;
}
