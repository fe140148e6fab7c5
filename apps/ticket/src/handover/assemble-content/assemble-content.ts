import { Inject, Injectable } from '@nestjs/common';
import { GetLiveQueueFigures, type HandoverContentView, type RequestContext } from '@switchyard/contracts';
import { handoverContent, type SystemPart } from '@switchyard/domain';
import { CLOCK, type Clock, describeError, Logger, OperationClient } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { toContentView } from '../handover-view';
import { Matters } from '../matters/matters.port';
import { OpenItems } from '../open-items.port';

const HOUR_MS = 3_600_000;
/** A handover waits no longer for a part of the system; that it did not answer is told. */
const PATIENCE = { timeoutMs: 1_500 };

/** What is open at this moment, in the sections of a handover (§7). */
@Injectable()
export class AssembleContent {
  private readonly logger: Logger;

  constructor(
    private readonly items: OpenItems,
    private readonly matters: Matters,
    private readonly policies: Policies,
    private readonly operations: OperationClient,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('Handover');
  }

  async execute(context: RequestContext): Promise<HandoverContentView> {
    const now = this.clock.now();
    const policy = await this.policies.handover(now);
    const inHours = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);
    const [totals, orders, outages, matters, system] = await Promise.all([
      this.items.totals(),
      this.items.orders(policy.mostItems, inHours(policy.urgeWithinHours)),
      this.items.outages(inHours(policy.outagesWithinHours)),
      this.matters.open(policy.mostItems),
      this.system(context),
    ]);
    return toContentView(handoverContent({ totals, orders, outages, matters, system }, policy, now));
  }

  private async system(context: RequestContext): Promise<SystemPart[]> {
    const [telephony, events, faults] = await Promise.all([
      this.telephony(context),
      this.events(),
      this.items.systemFaults(),
    ]);
    return [telephony, events, ...faults];
  }

  private async telephony(context: RequestContext): Promise<SystemPart> {
    const part = '话务 telephony';
    try {
      const { queues, agents, inMenus } = await this.operations.call(
        GetLiveQueueFigures,
        {},
        context,
        PATIENCE,
      );
      const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
      const detail = `waiting ${waiting}, in menus ${inMenus}, agents signed in ${agents.signedIn}`;
      return { part, well: true, detail };
    } catch (error) {
      this.logger.warn('telephony did not answer for the handover', { reason: describeError(error) });
      return { part, well: false, detail: 'no answer' };
    }
  }

  private async events(): Promise<SystemPart> {
    const { waiting, dead } = await this.items.eventTrouble();
    return { part: '消息 events', well: dead === 0, detail: `waiting ${waiting}, given up ${dead}` };
  }
}
