import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { CENTRE, type ClockEvent } from '@switchyard/domain';
import { ServiceClocks } from '../service-clock/service-clocks';
import { MaintenanceDocuments } from './maintenance/maintenance-documents.port';
import type { Outage, OutageChangeName } from './outages.port';

/** Tells the service clocks what happened to an outage (L26–L29); to be called in the transaction of the change. */
@Injectable()
export class OutageClocks {
  constructor(
    private readonly clocks: ServiceClocks,
    private readonly maintenance: MaintenanceDocuments,
  ) {}

  /** `before` is absent for one that was not known. */
  async changed(
    before: Outage | undefined,
    outage: Outage,
    change: OutageChangeName,
    context: RequestContext,
  ): Promise<void> {
    const events: ClockEvent[] = change === 'registered' ? await this.registered(outage) : [];
    if (before && before.startsAt.getTime() !== outage.startsAt.getTime()) events.push(moved(outage));
    if (isAnnounced(outage) && !(before && isAnnounced(before))) {
      events.push(happened('announced', outage.announcedAt ?? outage.updatedAt));
    }
    if (change === 'restored' || change === 'cancelled') events.push(happened(change, outage.updatedAt));
    await this.record(outage, events, context);
  }

  /** Whom to call is known (L29). */
  callPlanMade(outage: Outage, at: Date, context: RequestContext): Promise<void> {
    return this.record(outage, [happened('call-plan-made', at)], context);
  }

  private async registered({ maintenanceId, registeredAt, startsAt }: Outage): Promise<ClockEvent[]> {
    const document = maintenanceId === undefined ? undefined : await this.maintenance.find(maintenanceId);
    const at = document?.receivedAt ?? registeredAt;
    return [
      ...(document ? [happened('approved', document.approvedAt)] : []),
      happened('registered', at, { startsAt: startsAt.toISOString() }),
    ];
  }

  private async record(
    { id, kind, areaCode }: Outage,
    events: readonly ClockEvent[],
    context: RequestContext,
  ): Promise<void> {
    if (events.length === 0) return;
    await this.clocks.record({ subject: 'outage', id, facts: { kind, areaCode }, events }, context);
  }
}

/** Another start: what must be told days ahead of it has another date (L27). */
const moved = ({ startsAt, updatedAt }: Outage): ClockEvent =>
  happened('start-moved', updatedAt, { startsAt: startsAt.toISOString() });

/** A planned one in the media (L27); a sudden one once cause, place and restoration can be told (L28). */
const isAnnounced = ({ kind, announcedAt, expectedRestorationAt }: Outage): boolean =>
  announcedAt !== undefined || (kind !== 'planned' && expectedRestorationAt !== undefined);

const happened = (type: string, at: Date, data: ClockEvent['data'] = {}): ClockEvent => ({
  type,
  at,
  owner: CENTRE,
  data,
});
