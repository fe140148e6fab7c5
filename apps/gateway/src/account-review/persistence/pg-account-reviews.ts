import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type AccountReview,
  AccountReviews,
  type Decision,
  type Page,
  type ReviewItem,
  type ReviewItemFilter,
} from '../account-reviews.port';

const REVIEW = `select r.id, r.opened_at as "openedAt", r.opened_by as "openedBy", r.due_at as "dueAt",
    r.closed_at as "closedAt", r.accounts, (select count(*)::integer from account_review_item i
      where i.review_id = r.id and i.decision is not null) as decided
  from account_review r`;

const ITEM = `select i.review_id as "reviewId", i.user_id as "userId", i.name, i.roles, i.scope, i.active,
    i.staff_number as "staffNumber", i.staff_status as "staffStatus", i.post_roles as "postRoles", i.decision,
    i.withdrawn_roles as "withdrawnRoles", i.reason, i.decided_at as "decidedAt", i.decided_by as "decidedBy"
  from account_review_item i`;

@Injectable()
export class PgAccountReviews extends AccountReviews {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async open(
    { id, openedAt, openedBy, dueAt }: Pick<AccountReview, 'id' | 'openedAt' | 'openedBy' | 'dueAt'>,
    unlessSince?: Date,
  ): Promise<AccountReview | undefined> {
    return this.work.inTransaction(async () => {
      await this.work.query('lock table account_review in share row exclusive mode');
      const [since] = await this.work.query(
        'select 1 from account_review where $1::timestamptz is not null and opened_at > $1 limit 1',
        [unlessSince],
      );
      if (since) return undefined;
      await this.work.execute('update account_review set closed_at = $1 where closed_at is null', [openedAt]);
      await this.work.execute(
        `insert into account_review (id, opened_at, opened_by, due_at, accounts)
         select $1, $2, $3, $4, count(*) from user_account where active`,
        [id, openedAt, openedBy, dueAt],
      );
      await this.work.execute(
        `insert into account_review_item (review_id, user_id, name, roles, scope, active, staff_number, staff_status, post_roles)
         select $1, u.id, u.name, u.roles, u.scope, u.active, u.staff_number, s.status, s.roles
           from user_account u left join staff_standing s on s.staff_number = u.staff_number where u.active`,
        [id],
      );
      return this.find(id);
    });
  }

  async find(id: string): Promise<AccountReview | undefined> {
    return (await this.reviews('where r.id = $1', [id]))[0];
  }

  async newest(): Promise<AccountReview | undefined> {
    return (await this.reviews('order by r.opened_at desc limit 1', []))[0];
  }

  async list(limit: number, cursor?: string): Promise<Page<AccountReview>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.reviews(
      `where $1::timestamptz is null or (r.opened_at, r.id) < ($1, $2::uuid)
       order by r.opened_at desc, r.id desc limit $3`,
      [after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  async items(
    id: string,
    { undecided, decision, beyondPost, withoutOwner }: ReviewItemFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<ReviewItem>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const rows = await this.work.query<Nullable<ReviewItem>>(
      `${ITEM} where i.review_id = $1 and ($2::boolean is null or (i.decision is null) = $2)
         and ($3::text is null or i.decision = $3)
         and ($4::boolean is null or (i.post_roles is not null and not i.roles <@ i.post_roles) = $4)
         and ($5::boolean is null or (i.staff_number is null) = $5)
         and ($6::text is null or i.name > $6) order by i.name limit $7`,
      [id, undecided, decision, beyondPost, withoutOwner, after, limit + 1],
    );
    return pageOf(rows.map(toItem), limit, ({ name }) => [name]);
  }

  async lockItem(id: string, userId: string): Promise<ReviewItem | undefined> {
    const [row] = await this.work.query<Nullable<ReviewItem>>(
      `${ITEM} where i.review_id = $1 and i.user_id = $2 for update`,
      [id, userId],
    );
    return row && toItem(row);
  }

  async decide(id: string, userId: string, decision: Decision): Promise<void> {
    await this.work.execute(
      `update account_review_item set decision = $3, withdrawn_roles = $4, reason = $5, decided_at = $6, decided_by = $7
       where review_id = $1 and user_id = $2`,
      [
        id,
        userId,
        decision.decision,
        decision.withdrawnRoles,
        decision.reason,
        decision.decidedAt,
        decision.decidedBy,
      ],
    );
    await this.work.execute(
      `update account_review set closed_at = $2 where id = $1 and closed_at is null
         and not exists (select 1 from account_review_item i where i.review_id = $1 and i.decision is null)`,
      [id, decision.decidedAt],
    );
  }

  private async reviews(where: string, parameters: readonly unknown[]): Promise<AccountReview[]> {
    const rows = await this.work.query<Nullable<AccountReview>>(`${REVIEW} ${where}`, parameters);
    return rows.map((row) => withoutNulls<AccountReview>(row));
  }
}

const toItem = (row: Nullable<ReviewItem>): ReviewItem => withoutNulls(row);
