import type { LocalDate, RosterWish } from '@switchyard/domain';
import type { Page } from './shift-templates.port';

export interface StoredWish extends RosterWish {
  readonly id: string;
  readonly note?: string;
  readonly statedAt: Date;
}

export interface WishFilter {
  readonly staffNumber?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** What staff wish for single days; withdrawn ones are gone. */
export abstract class Wishes {
  /** False when the same wish stands. */
  abstract add(wish: StoredWish, by: string): Promise<boolean>;
  abstract find(id: string): Promise<StoredWish | undefined>;
  abstract withdraw(id: string, at: Date): Promise<void>;
  /** In the order in which they were stated. */
  abstract between(from: LocalDate, to: LocalDate): Promise<readonly StoredWish[]>;
  abstract list(filter: WishFilter, limit: number, cursor?: string): Promise<Page<StoredWish>>;
}
