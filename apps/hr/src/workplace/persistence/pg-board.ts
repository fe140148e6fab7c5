import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type Condition, listRows, type PageOptions, type RowPage } from '../common/list-rows';
import {
  type Acknowledgement,
  Board,
  type NewNotice,
  type Notice,
  type NoticeFilter,
} from '../notices/board.port';

const NOTICE = `n.id, n.title, n.body, n.departments, n.posts, n.groups, n.valid_from as "validFrom",
  n.valid_to as "validTo", n.pinned, n.must_read as "mustRead", n.posted_at as "postedAt", n.posted_by as "postedBy",
  n.withdrawn_at as "withdrawnAt", n.withdrawn_by as "withdrawnBy",
  (select count(*)::integer from board_acknowledgement a where a.notice_id = n.id) as acknowledged`;
const SHOWN = `n.withdrawn_at is null and n.valid_from <= ?::timestamptz and (n.valid_to is null or n.valid_to > ?::timestamptz)`;

/** More than a board holds at a time. */
const MOST_SHOWN = 1000;

@Injectable()
export class PgBoard extends Board {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(notice: NewNotice): Promise<void> {
    const { id, title, body, departments, posts, groups } = notice;
    const { validFrom, validTo, pinned, mustRead, postedAt, postedBy } = notice;
    await this.work.execute(
      `insert into board_notice (id, title, body, departments, posts, groups, valid_from, valid_to, pinned, must_read,
         posted_at, posted_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, title, body, departments, posts, groups, validFrom, validTo, pinned, mustRead, postedAt, postedBy],
    );
  }

  async find(id: string): Promise<Notice | undefined> {
    const [row] = await this.work.query<Nullable<Notice>>(
      `select ${NOTICE} from board_notice n where n.id = $1`,
      [id],
    );
    return row && withoutNulls<Notice>(row);
  }

  async withdraw(id: string, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.execute(
      `update board_notice set withdrawn_at = $3, withdrawn_by = $2 where id = $1 and withdrawn_at is null`,
      [id, by, at],
    );
    return changed > 0;
  }

  async list(
    { shown, mustRead, pinned }: NoticeFilter,
    now: Date,
    options: PageOptions,
  ): Promise<RowPage<Notice>> {
    const visible: Condition[] = shown === undefined ? [] : [[shown ? SHOWN : `not (${SHOWN})`, now]];
    const page = await listRows<Nullable<Notice>>(
      this.work,
      {
        columns: NOTICE,
        from: 'board_notice n',
        at: 'n.posted_at',
        id: 'n.id',
        where: [...visible, ['n.must_read = ?', mustRead], ['n.pinned = ?', pinned]],
      },
      options,
    );
    return { ...page, items: page.items.map((row) => withoutNulls<Notice>(row)) };
  }

  async shown(now: Date): Promise<readonly Notice[]> {
    const rows = await this.work.query<Nullable<Notice>>(
      `select ${NOTICE} from board_notice n where ${SHOWN.replaceAll('?', '$1')}
       order by n.pinned desc, n.posted_at desc, n.id desc limit ${MOST_SHOWN}`,
      [now],
    );
    return rows.map((row) => withoutNulls<Notice>(row));
  }

  acknowledgementsOf(noticeId: string): Promise<readonly Acknowledgement[]> {
    return this.work.query<Acknowledgement>(
      `select staff_number as "staffNumber", acknowledged_at as "acknowledgedAt" from board_acknowledgement
       where notice_id = $1 order by staff_number`,
      [noticeId],
    );
  }

  async acknowledgedBy(
    staffNumber: string,
    noticeIds: readonly string[],
  ): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.work.query<{ noticeId: string; at: Date }>(
      `select notice_id as "noticeId", acknowledged_at as at from board_acknowledgement
       where staff_number = $1 and notice_id = any ($2::uuid[])`,
      [staffNumber, noticeIds],
    );
    return new Map(rows.map(({ noticeId, at }) => [noticeId, at]));
  }

  async acknowledge(noticeId: string, staffNumber: string, at: Date): Promise<void> {
    await this.work.execute(
      `insert into board_acknowledgement (notice_id, staff_number, acknowledged_at) values ($1, $2, $3)
       on conflict (notice_id, staff_number) do nothing`,
      [noticeId, staffNumber, at],
    );
  }
}
