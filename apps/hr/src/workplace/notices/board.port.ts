import type { Audience } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export interface NewNotice extends Audience {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly validFrom: Date;
  readonly validTo?: Date;
  readonly pinned: boolean;
  readonly mustRead: boolean;
  readonly postedAt: Date;
  readonly postedBy: string;
}

export interface Notice extends NewNotice {
  readonly withdrawnAt?: Date;
  readonly withdrawnBy?: string;
  readonly acknowledged: number;
}

export interface NoticeFilter {
  readonly shown?: boolean;
  readonly mustRead?: boolean;
  readonly pinned?: boolean;
}

export interface Acknowledgement {
  readonly staffNumber: string;
  readonly acknowledgedAt: Date;
}

/** The notice board (公告栏). */
export abstract class Board {
  abstract add(notice: NewNotice): Promise<void>;
  abstract find(id: string): Promise<Notice | undefined>;
  /** False when it was withdrawn before. */
  abstract withdraw(id: string, by: string, at: Date): Promise<boolean>;
  abstract list(filter: NoticeFilter, now: Date, page: PageOptions): Promise<RowPage<Notice>>;
  /** Whatever is shown at a moment: pinned ones first, then the newest. */
  abstract shown(now: Date): Promise<readonly Notice[]>;
  abstract acknowledgementsOf(noticeId: string): Promise<readonly Acknowledgement[]>;
  /** Which of these somebody has acknowledged, and when. */
  abstract acknowledgedBy(
    staffNumber: string,
    noticeIds: readonly string[],
  ): Promise<ReadonlyMap<string, Date>>;
  /** Acknowledged again, it stays as it was. */
  abstract acknowledge(noticeId: string, staffNumber: string, at: Date): Promise<void>;
}
