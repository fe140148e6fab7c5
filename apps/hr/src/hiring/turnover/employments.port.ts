import type { ListLeaversRequest } from '@switchyard/contracts';
import type { Employment, LocalDate } from '@switchyard/domain';
import type { Page } from '../page';

export interface Leaver {
  readonly staffNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly postCode: string;
  readonly hiredOn: LocalDate;
  readonly leftOn: LocalDate;
  readonly leavingKind?: 'voluntary' | 'involuntary';
  readonly leavingReason?: string;
}

/** Who worked here and from when to when, out of the register of staff. */
export abstract class Employments {
  /** Everybody who was staff on a day from `from` on; departments and posts are the last ones they had. */
  abstract since(
    from: LocalDate,
    of: { readonly departmentCode?: string; readonly postCode?: string },
  ): Promise<readonly Employment[]>;
  /** The latest first. */
  abstract leavers(
    filter: Omit<ListLeaversRequest, 'limit' | 'cursor'>,
    limit: number,
    cursor?: string,
  ): Promise<Page<Leaver>>;
}
