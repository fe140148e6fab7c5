import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Areas } from '../../area/areas.port';
import { RegisterOutage } from '../../outage/register-outage/register-outage.use-case';
import { SpreadAct } from '../../work-order/spread/spread-act';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { WorkOrders, type WorkOrder } from '../../work-order/work-orders.port';
import { assertFault, assertPast } from '../field-work-errors';
import { FaultReports } from './fault-reports.port';
import { type Restoration, RestoreReport } from './restore-report';

export interface RestoreSupplyCommand {
  readonly number: string;
  readonly mainFault: string;
  readonly result: string;
  /** Now unless told. */
  readonly restoredAt?: Date;
  /** With all reports of the same fault. */
  readonly wholeFault: boolean;
}

export interface RestoredFault {
  readonly restored: readonly string[];
  readonly outageId?: string;
  /** Whether more reports follow in the background. */
  readonly goesOn: boolean;
}

/**
 * Supply is back (art. 25(9)). Reports of the same fault are restored with it, and their outage ends. A fault with many
 * callers that nobody had registered as an outage becomes one, so that everybody who reported it is told, with proof.
 * @throws DomainError `work-order.not-found`, `field-work.not-a-fault`, `work-order.not-allowed-in-state`,
 * `field-work.time-impossible`
 */
@Injectable()
export class RestoreSupplyUseCase {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly reports: FaultReports,
    private readonly areas: Areas,
    private readonly registerOutage: RegisterOutage,
    private readonly restoreReport: RestoreReport,
    private readonly spread: SpreadAct,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: RestoreSupplyCommand, context: RequestContext): Promise<RestoredFault> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const restoredAt = command.restoredAt ?? now;
      const fault = assertFault(command.number, await this.workOrders.lock(command.number), context);
      assertPast('restoredAt', restoredAt, fault.openedAt, now);
      const { number } = fault;
      if (!command.wholeFault) {
        await this.restore(number, restorationOf(command, restoredAt, fault.outageId), context);
        return { restored: [number], goesOn: false };
      }
      const outageId =
        (await this.outageOf(fault)) ?? (await this.outageOfMany(fault, command, restoredAt, context));
      const restoration = restorationOf(command, restoredAt, outageId);
      await this.restore(number, restoration, context);
      const { done, goesOn } = await this.spread.begin(
        this.restoreReport,
        number,
        { ...restoration },
        context,
      );
      return { restored: [number, ...done], outageId, goesOn };
    });
  }

  private async outageOf({ outageId, parent }: WorkOrder): Promise<string | undefined> {
    if (outageId !== undefined || parent === undefined) return outageId;
    return (await this.workOrders.find(parent))?.outageId;
  }

  /** An outage made of many reports; undefined for one report, or where nobody knows the area. */
  private async outageOfMany(
    fault: WorkOrder,
    { mainFault }: RestoreSupplyCommand,
    restoredAt: Date,
    context: RequestContext,
  ): Promise<string | undefined> {
    const { areaCode } = fault;
    const root = fault.parent ?? fault.number;
    const first = (await this.workOrders.find(root)) ?? fault;
    if (areaCode === undefined || !(await this.areas.find(areaCode))) return undefined;
    if (!(await this.reports.areMany(fault, undefined))) return undefined;
    if (first.openedAt >= restoredAt) return undefined;
    const { id } = await this.registerOutage.execute(
      {
        kind: 'fault',
        areaCode,
        startsAt: first.openedAt,
        cause: mainFault.slice(0, 500),
        reference: `fault:${root}:${first.cycle}`,
      },
      context,
    );
    await this.journal.append(root, [{ type: 'outage-linked', data: { outageId: id } }], context);
    return id;
  }

  private async restore(number: string, data: Restoration, context: RequestContext): Promise<void> {
    await this.journal.append(number, [{ type: 'restored', data }], context);
  }
}

const restorationOf = (
  { mainFault, result }: RestoreSupplyCommand,
  restoredAt: Date,
  outageId: string | undefined,
): Restoration => ({
  mainFault,
  result,
  restoredAt: restoredAt.toISOString(),
  ...(outageId !== undefined && { outageId }),
});
