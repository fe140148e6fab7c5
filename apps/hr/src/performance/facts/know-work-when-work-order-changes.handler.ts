import { Injectable } from '@nestjs/common';
import { WorkOrderChanged, type WorkOrderChangedPayload } from '@switchyard/contracts';
import { handAfter, localDateAt } from '@switchyard/domain';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { StaffCounts } from './staff-counts.port';

/** The service centre among the owners of work orders. */
const CENTRE = 'centre';
/** Events that count for whoever does them. */
const OWN_ACTS: Readonly<Record<string, string>> = {
  opened: 'opened',
  classified: 'classified',
  closed: 'closed',
};
/** Events that count for whoever opened the work order. */
const OPENERS_ACTS: Readonly<Record<string, string>> = {
  'sent-back': 'wasSentBack',
  reopened: 'wasReopened',
};

const isPerson = (actorId: string): boolean => !actorId.startsWith('system:');

/** Who had a work order in hand (L31), and what became of those that somebody opened. */
@Injectable()
export class KnowWorkWhenWorkOrderChanges {
  constructor(private readonly counts: StaffCounts) {}

  @OnEvent(WorkOrderChanged, { durable: 'hr-performance-work-order-changed' })
  async onChanged(payload: WorkOrderChangedPayload, { context }: EventMeta): Promise<void> {
    const { number, kind, eventType, seq, owner, status, assignee, channel } = payload;
    const at = new Date(payload.at);
    const actorId = eventType === 'accepted' ? (assignee ?? context.actor.id) : context.actor.id;
    const change = handAfter({
      type: eventType,
      actorId,
      atCentre: owner === CENTRE,
      open: status === 'open',
    });
    await this.counts.changeHand(number, seq, kind, at, change);
    if (eventType === 'opened') await this.counts.knowOpener(number, kind, actorId, at);
    await this.count(number, eventType, actorId, at);
    // Which of them came by telephone (§12.6).
    if (eventType === 'opened' && channel === 'voice' && isPerson(actorId))
      await this.counts.countAct(actorId, localDateAt(at), 'openedByVoice');
  }

  private async count(work: string, eventType: string, actorId: string, at: Date): Promise<void> {
    const own = OWN_ACTS[eventType];
    if (own !== undefined && isPerson(actorId)) await this.counts.countAct(actorId, localDateAt(at), own);
    const openers = OPENERS_ACTS[eventType];
    const opener = openers === undefined ? undefined : await this.counts.openerOf(work);
    if (openers === undefined || opener === undefined || !isPerson(opener)) return;
    await this.counts.countAct(opener, localDateAt(at), openers);
  }
}
