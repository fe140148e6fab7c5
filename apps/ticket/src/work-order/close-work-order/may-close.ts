import { Injectable } from '@nestjs/common';
import { WORK_ORDER_ERRORS } from '@switchyard/contracts';
import { compensationOf } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { Checklist } from '../application/checklist';
import { problemsOf } from '../open-work-order/assert-complete';
import { KindDefinitions } from '../kinds/kind-definitions';
import { WorkOrderJournal } from '../work-order-journal';
import type { WorkOrder } from '../work-orders.port';

/** Nothing was done for the customer, so nothing need be complete. */
const WITHOUT_RESULT = ['withdrawn', 'refused', 'unreachable', 'void'];

/** Whether a work order may end: what its kind needs is told, and nothing is pending. */
@Injectable()
export class MayClose {
  constructor(
    private readonly definitions: KindDefinitions,
    private readonly journal: WorkOrderJournal,
    private readonly checklist: Checklist,
  ) {}

  /** @throws DomainError `work-order.incomplete`, `work-order.unsettled` */
  async assert(workOrder: WorkOrder, resultCode: string | undefined): Promise<void> {
    if (resultCode !== undefined && WITHOUT_RESULT.includes(resultCode)) return;
    if (workOrder.incomplete) await this.assertComplete(workOrder);
    if (workOrder.kind === 'complaint') await this.assertNothingPending(workOrder);
    if (workOrder.kind === 'application') await this.assertPapers(workOrder);
  }

  private async assertComplete(workOrder: WorkOrder): Promise<void> {
    const definition = await this.definitions.get(workOrder.kind, workOrder.kindVersion);
    const problems = problemsOf(workOrder, definition);
    if (problems.length === 0) return;
    const missing = problems.map(({ field }) => field).join(', ');
    throw new DomainError(
      WORK_ORDER_ERRORS.incomplete,
      `${workOrder.number} lacks ${missing}: complete it, or close it as one of ${WITHOUT_RESULT.join(', ')}.`,
      { fields: problems.map(({ field, problems: why }) => ({ field, problems: why })) },
    );
  }

  private async assertNothingPending({ number }: WorkOrder): Promise<void> {
    const { status } = compensationOf(await this.journal.history(number));
    if (status !== 'pending') return;
    throw new DomainError(
      WORK_ORDER_ERRORS.unsettled,
      `The compensation proposed for ${number} is neither approved nor refused: settle it first.`,
      { number, pending: ['compensation'] },
    );
  }

  private async assertPapers(workOrder: WorkOrder): Promise<void> {
    const missing = (await this.checklist.of(workOrder)).filter(({ received }) => !received);
    if (missing.length === 0) return;
    const names = missing.map(({ names }) => names['zh-CN']).join('、');
    throw new DomainError(
      WORK_ORDER_ERRORS.unsettled,
      `Papers of ${workOrder.number} are missing (${names}): tick them off, or close it as withdrawn or refused.`,
      { number: workOrder.number, pending: missing.map(({ code }) => code) },
    );
  }
}
