import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { OpenWorkOrderUseCase } from '../../work-order/open-work-order/open-work-order.use-case';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import type { WorkOrder } from '../../work-order/work-orders.port';
import type { FollowUp } from '../follow-up';

/** Stages in which a result goes back to whoever gave it, the case not being closed yet. */
const SENT_BACK_FROM: readonly string[] = ['answered', 'decided', 'told', 'restored'];

/** As the kind of complaints has it. */
const LONGEST_DEMAND = 2000;

/** What becomes of the case of a dissatisfied customer: it goes on, or a complaint is opened (§4). */
@Injectable()
export class FollowDissatisfaction {
  constructor(
    private readonly journal: WorkOrderJournal,
    private readonly openWorkOrder: OpenWorkOrderUseCase,
  ) {}

  /** The follow-up with what was done. A case that is in hand again already is only noted. */
  async execute(item: FollowUp, workOrder: WorkOrder, context: RequestContext): Promise<FollowUp> {
    const said = item.opinion ?? '';
    if (item.action === 'reopen') {
      await this.goOn(workOrder, `回访不满意 / dissatisfied at follow-up: ${said}`, context);
      return item;
    }
    if (item.action !== 'open-complaint') return item;
    const complaint = await this.openWorkOrder.execute(
      {
        kind: 'complaint',
        accountNo: item.accountNo,
        phone: item.phone,
        areaCode: item.areaCode,
        channel: 'voice',
        fields: { demand: said.slice(0, LONGEST_DEMAND) || '回访不满意' },
        text: `对工单 ${workOrder.number} 的处理不满意：${said}`,
        reference: `follow-up:${item.id}`,
      },
      context,
    );
    const text = `回访不满意，已立投诉 ${complaint.number} / dissatisfied: complaint ${complaint.number}`;
    await this.journal.append(workOrder.number, [{ type: 'noted', data: { text } }], context);
    return { ...item, complaintNumber: complaint.number };
  }

  private async goOn({ number, stage }: WorkOrder, reason: string, context: RequestContext): Promise<void> {
    if (stage === 'closed')
      await this.journal.append(number, [{ type: 'reopened', data: { reason } }], context);
    else if (SENT_BACK_FROM.includes(stage))
      await this.journal.append(number, [{ type: 'sent-back', data: { reason } }], context);
    else await this.journal.append(number, [{ type: 'noted', data: { text: reason } }], context);
  }
}
