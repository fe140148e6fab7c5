import { Inject, Injectable } from '@nestjs/common';
import {
  BATCH_ERRORS,
  CreateBatch,
  ImportRows,
  ListRowErrors,
  MAX_ROWS_PER_REQUEST,
  StartBatch,
  StopBatch,
} from '@switchyard/contracts';
import {
  CLOCK,
  type Clock,
  DomainError,
  OperationClient,
  systemContext,
  UnitOfWork,
} from '@switchyard/platform';
import { Areas } from '../../../area/areas.port';
import type { Outage } from '../../outages.port';
import type { NoticeGroup, NoticePlan, OutageNotice } from '../notice-plan';
import { NoticePlans } from '../notice-plans.port';
import { toContactRow } from './notice-rows';

/** Rows of one request; the dialler reads them while it answers. */
const ROWS = Math.min(2_000, MAX_ROWS_PER_REQUEST);
const IMPORTING = { timeoutMs: 20_000 };

const NAMES: Readonly<Record<NoticePlan['occasion'], string>> = {
  announcement: '停电通知',
  change: '停电变更通知',
  cancellation: '停电取消通知',
  restoration: '恢复供电通知',
};

/**
 * Gives a plan's customers to the dialler, a batch for each group, and starts it. Each step is stored before the next,
 * so that whoever takes over goes on where it stopped: a request that was answered without being noted is refused by
 * the dialler as the same rows, and taken as done.
 */
@Injectable()
export class SendNotices {
  private readonly context = systemContext('ticket');

  constructor(
    private readonly plans: NoticePlans,
    private readonly areas: Areas,
    private readonly operations: OperationClient,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The plan with what was done. @throws DomainError of the dialler's operations */
  async execute(plan: NoticePlan, group: NoticeGroup, outage: Outage): Promise<NoticePlan> {
    let rows = await this.plans.waiting(plan.id, group, ROWS);
    if (rows.length === 0 && batchOf(plan, group) === undefined) return this.started(plan, group);
    const planned = await this.withBatch(plan, group, outage);
    const batchId = batchOf(planned, group) ?? '';
    const areas = new Map((await this.areas.all()).map((area) => [area.code, area]));
    while (rows.length > 0) {
      await this.hand(batchId, plan, rows, outage, areas);
      rows = await this.plans.waiting(plan.id, group, ROWS);
    }
    await this.start(batchId);
    return this.started(planned, group);
  }

  /** Nobody is called any more for a plan that ended. */
  async stop(plan: NoticePlan): Promise<NoticePlan> {
    for (const batchId of [plan.importantBatchId, plan.othersBatchId]) {
      if (batchId === undefined) continue;
      await unlessRefused(
        () => this.operations.call(StopBatch, { batchId }, this.context),
        [BATCH_ERRORS.wrongState, BATCH_ERRORS.notFound],
      );
    }
    return { ...plan, stoppedAt: this.clock.now() };
  }

  private async withBatch(plan: NoticePlan, group: NoticeGroup, outage: Outage): Promise<NoticePlan> {
    if (batchOf(plan, group) !== undefined) return plan;
    const area = await this.areas.find(outage.areaCode);
    const whom = group === 'important' ? '重要客户' : '客户';
    const name = `${NAMES[plan.occasion]} ${area?.name ?? outage.areaCode} ${whom} ${outage.id.slice(0, 8)}`;
    const request = { kind: 'outage-notice' as const, name: name.slice(0, 120) };
    const { id } = await this.operations.call(CreateBatch, request, this.context);
    const next = group === 'important' ? { ...plan, importantBatchId: id } : { ...plan, othersBatchId: id };
    await this.plans.save(next);
    return next;
  }

  private async hand(
    batchId: string,
    plan: NoticePlan,
    notices: readonly OutageNotice[],
    outage: Outage,
    areas: Parameters<typeof toContactRow>[3],
  ): Promise<void> {
    const rows = notices.map((notice) => toContactRow(notice, plan.occasion, outage, areas));
    const imported = await unlessRefused(
      () => this.operations.call(ImportRows, { batchId, rows }, this.context, IMPORTING),
      [BATCH_ERRORS.sameFile],
    );
    const refused = imported && imported.rowsRefused > 0 ? await this.refusedOf(imported.id, notices) : [];
    const taken = notices
      .map(({ recipient }) => recipient)
      .filter((recipient) => !refused.includes(recipient));
    await this.work.inTransaction(async () => {
      await this.plans.called(plan.id, taken);
      await this.plans.fail(plan.id, refused, 'number-refused', this.clock.now());
    });
  }

  /** Customers whose rows the dialler did not take; `line` is the place in the request, from 1. */
  private async refusedOf(importId: string, notices: readonly OutageNotice[]): Promise<string[]> {
    const refused = new Set<string>();
    let cursor: string | undefined;
    do {
      const request = { importId, limit: 200, cursor };
      const page = await this.operations.call(ListRowErrors, request, this.context);
      for (const { line } of page.items) {
        const notice = notices[line - 1];
        if (notice) refused.add(notice.recipient);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return [...refused];
  }

  /** A batch in which every row was refused stays a draft: there is nobody to call. */
  private async start(batchId: string): Promise<void> {
    await unlessRefused(
      () => this.operations.call(StartBatch, { batchId }, this.context),
      [BATCH_ERRORS.wrongState],
    );
  }

  private started(plan: NoticePlan, group: NoticeGroup): NoticePlan {
    const at = this.clock.now();
    return group === 'important' ? { ...plan, importantStartedAt: at } : { ...plan, othersStartedAt: at };
  }
}

const batchOf = (plan: NoticePlan, group: NoticeGroup): string | undefined =>
  group === 'important' ? plan.importantBatchId : plan.othersBatchId;

async function unlessRefused<T>(call: () => Promise<T>, codes: readonly string[]): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof DomainError && codes.includes(error.code)) return undefined;
    throw error;
  }
}
