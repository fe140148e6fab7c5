import type { AccountNotice, AccountRating } from '@switchyard/contracts';

export type Notice = Omit<AccountNotice, 'disposedAt' | 'createdAt'> & {
  readonly disposedAt?: Date;
  readonly createdAt: Date;
};

export type Rating = Omit<AccountRating, 'ratedAt'> & {
  readonly ratedAt: Date;
};

export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** What went between a customer and us by telephone. Lists throw `request.invalid` for a cursor that is not theirs. */
export abstract class CustomerCalls {
  /** The latest first. */
  abstract notices(accountNo: string, limit: number, cursor?: string): Promise<PageOf<Notice>>;
  /** The latest first. */
  abstract ratings(accountNo: string, limit: number, cursor?: string): Promise<PageOf<Rating>>;
}
