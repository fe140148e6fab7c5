import { Injectable } from '@nestjs/common';
import type { NoticeOccasion } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { NoticeCountsOfPlan, NoticeGroup, NoticePlan, OutageNotice } from '../notice-plan/notice-plan';
import { type Confirmation, NoticePlans, type OutageNoticeFilter } from '../notice-plan/notice-plans.port';
import { fillStatement } from './fill-notice-plan';
import { NOTICE_COLUMNS, PLAN_COLUMNS } from './notice-columns';

const OPEN = `('waiting', 'calling', 'failed')`;

@Injectable()
export class PgNoticePlans extends NoticePlans {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async want({ id, outageId, occasion, wantedAt, othersWanted }: NoticePlan): Promise<boolean> {
    const added = await this.work.execute(
      `insert into outage_notice_plan (id, outage_id, occasion, wanted_at, others_wanted, next_try_at)
       values ($1, $2, $3, $4, $5, $4) on conflict do nothing`,
      [id, outageId, occasion, wantedAt, othersWanted],
    );
    return added > 0;
  }

  async find(id: string): Promise<NoticePlan | undefined> {
    const [plan] = await this.select('where id = $1', [id]);
    return plan;
  }

  of(outageId: string): Promise<readonly NoticePlan[]> {
    return this.select('where outage_id = $1 order by wanted_at, id', [outageId]);
  }

  counts(planId: string): Promise<readonly NoticeCountsOfPlan[]> {
    return this.work.query<NoticeCountsOfPlan>(
      `select important, count(*)::int as all, (count(*) filter (where state = 'confirmed'))::int as confirmed,
         (count(*) filter (where state in ('waiting', 'calling')))::int as "underWay",
         (count(*) filter (where state = 'failed'))::int as failed
       from outage_notice where plan_id = $1 group by important`,
      [planId],
    );
  }

  async claim(now: Date, nextTryAt: Date): Promise<NoticePlan | undefined> {
    const rows = await this.work.query<Nullable<NoticePlan>>(
      `update outage_notice_plan set next_try_at = $2
       where id = (select id from outage_notice_plan
                   where stopped_at is null and next_try_at <= $1
                     and (ended_at is not null or made_at is null or important_started_at is null
                       or (others_wanted and others_started_at is null))
                   order by wanted_at limit 1 for update skip locked)
       returning ${PLAN_COLUMNS}`,
      [now, nextTryAt],
    );
    const [row] = rows;
    return row && withoutNulls<NoticePlan>(row);
  }

  async save(plan: NoticePlan, nextTryAt?: Date): Promise<void> {
    await this.work.execute(
      `update outage_notice_plan set made_at = $2, important_batch_id = $3, others_batch_id = $4,
         others_wanted = others_wanted or $5, important_started_at = $6, others_started_at = $7, stopped_at = $8,
         next_try_at = coalesce($9, next_try_at)
       where id = $1`,
      [
        plan.id,
        plan.madeAt,
        plan.importantBatchId,
        plan.othersBatchId,
        plan.othersWanted,
        plan.importantStartedAt,
        plan.othersStartedAt,
        plan.stoppedAt,
        nextTryAt,
      ],
    );
  }

  async startOthers(id: string, now: Date): Promise<void> {
    await this.work.execute(
      `update outage_notice_plan set others_wanted = true, next_try_at = least(next_try_at, $2) where id = $1`,
      [id, now],
    );
  }

  async end(outageId: string, occasions: readonly NoticeOccasion[], at: Date): Promise<boolean> {
    const [told] = await this.work.query<{ told: boolean }>(
      `select exists (select from outage_notice n join outage_notice_plan p on p.id = n.plan_id
         where p.outage_id = $1 and p.occasion = any($2) and n.state in ('calling', 'confirmed')) as told`,
      [outageId, occasions],
    );
    await this.work.execute(
      `update outage_notice n set state = 'dropped', escalates_at = null
       from outage_notice_plan p
       where p.id = n.plan_id and p.outage_id = $1 and p.occasion = any($2) and n.state in ${OPEN}`,
      [outageId, occasions],
    );
    await this.work.execute(
      `update outage_notice_plan set ended_at = $3, next_try_at = $3
       where outage_id = $1 and occasion = any($2) and ended_at is null`,
      [outageId, occasions, at],
    );
    return told?.told ?? false;
  }

  async fill(plan: NoticePlan, escalatesAt: Date, now: Date): Promise<void> {
    await this.work.execute(fillStatement(plan.occasion), [plan.id, plan.outageId, escalatesAt, now]);
  }

  waiting(planId: string, group: NoticeGroup, limit: number): Promise<readonly OutageNotice[]> {
    return this.notices(
      `where n.plan_id = $1 and n.important = $2 and n.state = 'waiting' order by n.recipient limit $3`,
      [planId, group === 'important', limit],
    );
  }

  async called(planId: string, recipients: readonly string[]): Promise<void> {
    await this.work.execute(
      `update outage_notice set state = 'calling' where plan_id = $1 and recipient = any($2) and state = 'waiting'`,
      [planId, recipients],
    );
  }

  async fail(planId: string, recipients: readonly string[], failure: string, at: Date): Promise<void> {
    await this.work.execute(
      `update outage_notice set state = 'failed', failure = $3, escalates_at = case when important then $4::timestamptz end
       where plan_id = $1 and recipient = any($2) and state in ('waiting', 'calling')`,
      [planId, recipients, failure, at],
    );
  }

  async lock(planId: string, recipient: string): Promise<OutageNotice | undefined> {
    const [notice] = await this.notices('where n.plan_id::text = $1 and n.recipient = $2 for update of n', [
      planId,
      recipient,
    ]);
    return notice;
  }

  async confirm(planId: string, recipient: string, confirmation: Confirmation): Promise<void> {
    const { proof, confirmedBy, confirmedAt, recordedBy, note } = confirmation;
    await this.work.execute(
      `update outage_notice set state = 'confirmed', proof = $3, confirmed_by = $4, confirmed_at = $5, recorded_by = $6,
         note = $7, escalates_at = null
       where plan_id = $1 and recipient = $2`,
      [planId, recipient, proof, confirmedBy, confirmedAt, recordedBy, note],
    );
  }

  toEscalate(now: Date, limit: number): Promise<readonly OutageNotice[]> {
    return this.notices(
      `where n.escalates_at <= $1 and n.state in ${OPEN} order by n.escalates_at limit $2 for update of n skip locked`,
      [now, limit],
    );
  }

  async escalated({ planId, recipient }: OutageNotice, level: number, nextAt: Date): Promise<void> {
    await this.work.execute(
      `update outage_notice set escalation_level = $3, escalates_at = $4 where plan_id = $1 and recipient = $2`,
      [planId, recipient, level, nextAt],
    );
  }

  async list(
    filter: OutageNoticeFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly OutageNotice[]; readonly nextCursor?: string }> {
    const after =
      cursor === undefined ? [] : decodeCursor(cursor, /^[01]$/, CURSOR_PARTS.uuid, CURSOR_PARTS.text);
    const items = await this.notices(
      `where ($1::uuid is null or n.plan_id = $1) and ($2::uuid is null or p.outage_id = $2)
         and ($3::text is null or n.state = $3) and ($4::boolean is null or n.important = $4)
         and ($5::boolean is null or (n.state in ${OPEN}) = $5)
         and ($6::text is null or (not n.important, n.plan_id, n.recipient) > ($6 = '0', $7::uuid, $8))
       order by not n.important, n.plan_id, n.recipient limit $9`,
      [
        filter.planId,
        filter.outageId,
        filter.state,
        filter.important,
        filter.open,
        after[0],
        after[1],
        after[2],
        limit + 1,
      ],
    );
    return pageOf(items, limit, (one) => [one.important ? '1' : '0', one.planId, one.recipient]);
  }

  private async select(tail: string, values: readonly unknown[]): Promise<NoticePlan[]> {
    const rows = await this.work.query<Nullable<NoticePlan>>(
      `select ${PLAN_COLUMNS} from outage_notice_plan ${tail}`,
      [...values],
    );
    return rows.map((row) => withoutNulls<NoticePlan>(row));
  }

  private async notices(tail: string, values: readonly unknown[]): Promise<OutageNotice[]> {
    const rows = await this.work.query<Nullable<OutageNotice>>(
      `select ${NOTICE_COLUMNS} from outage_notice n join outage_notice_plan p on p.id = n.plan_id ${tail}`,
      [...values],
    );
    return rows.map((row) => withoutNulls<OutageNotice>(row));
  }
}
