import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type CaseToHold, type HeldCase, HeldCases, type HeldWorkOrder } from '../hold-cases/held-cases.port';

@Injectable()
export class PgHeldCases extends HeldCases {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async hold(
    { id, reference, callId, ordinal, anonymous, order }: CaseToHold,
    firstTryAt: Date,
  ): Promise<void> {
    await this.unitOfWork.execute(
      `insert into held_cases (id, reference, call_id, ordinal, anonymous, work_order, next_try_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [id, reference, callId, ordinal, anonymous, JSON.stringify(order), firstTryAt],
    );
  }

  async find(callId: string, ordinal: number): Promise<HeldWorkOrder | undefined> {
    const [row] = await this.unitOfWork.query<{ order: HeldWorkOrder }>(
      `select work_order as "order" from held_cases
       where call_id = $1 and ordinal = $2 and released_at is null`,
      [callId, ordinal],
    );
    return row?.order;
  }

  take(now: Date, leaseSeconds: number, limit: number): Promise<readonly HeldCase[]> {
    return this.unitOfWork.query<HeldCase>(
      `update held_cases set next_try_at = $1::timestamptz + make_interval(secs => $2)
       where id in (
         select id from held_cases where released_at is null and next_try_at <= $1
         order by next_try_at limit $3 for update skip locked)
       returning id, reference, call_id as "callId", anonymous, work_order as "order", tries`,
      [now, leaseSeconds, limit],
    );
  }

  async release(id: string, at: Date): Promise<void> {
    await this.unitOfWork.execute(
      `update held_cases set released_at = $2, work_order = null, last_problem = null, ordinal = null,
         call_id = case when anonymous then null else call_id end
       where id = $1 and released_at is null`,
      [id, at],
    );
  }

  async postpone(id: string, nextTryAt: Date, problem: string): Promise<void> {
    await this.unitOfWork.execute(
      `update held_cases set next_try_at = $2, last_problem = $3, tries = tries + 1
       where id = $1 and released_at is null`,
      [id, nextTryAt, problem],
    );
  }

  async defer(id: string, nextTryAt: Date): Promise<void> {
    await this.unitOfWork.execute(
      `update held_cases set next_try_at = $2 where id = $1 and released_at is null`,
      [id, nextTryAt],
    );
  }

  async waiting(): Promise<{ count: number; oldest: Date | null }> {
    const [row] = await this.unitOfWork.query<{ count: number; oldest: Date | null }>(
      `select count(*)::integer as count, min(held_at) as oldest from held_cases where released_at is null`,
    );
    return row ?? { count: 0, oldest: null };
  }
}
