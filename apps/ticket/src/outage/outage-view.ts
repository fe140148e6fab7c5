import type { OutageStatus, OutageView } from '@switchyard/contracts';
import type { Outage } from './outages.port';

export function statusOf(outage: Outage, now: Date): OutageStatus {
  if (outage.cancelledAt) return 'cancelled';
  if (outage.restoredAt) return 'restored';
  return outage.startsAt > now ? 'upcoming' : 'ongoing';
}

export function toOutageView(outage: Outage, now: Date): OutageView {
  const { id, startsAt, expectedRestorationAt, restoredAt, cancelledAt, registeredAt, updatedAt, ...rest } =
    outage;
  return {
    ...rest,
    outageId: id,
    status: statusOf(outage, now),
    startsAt: startsAt.toISOString(),
    expectedRestorationAt: expectedRestorationAt?.toISOString(),
    restoredAt: restoredAt?.toISOString(),
    cancelledAt: cancelledAt?.toISOString(),
    registeredAt: registeredAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
