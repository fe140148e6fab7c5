import type { OutageAnnouncement, OutageStatus, OutageView } from '@switchyard/contracts';
import type { Outage } from './outages.port';

/** What nobody has judged was not announced: a planned outage out of a table of the dispatching department. */
export const announcementOf = ({ announcement, kind }: Outage): OutageAnnouncement =>
  announcement ?? (kind === 'planned' ? 'not-announced' : 'not-needed');

export function statusOf(outage: Outage, now: Date): OutageStatus {
  if (outage.cancelledAt) return 'cancelled';
  if (outage.restoredAt) return 'restored';
  return outage.startsAt > now ? 'upcoming' : 'ongoing';
}

export function toOutageView(outage: Outage, now: Date): OutageView {
  const { id, areaCodes, startsAt, expectedRestorationAt, announcedAt, ...others } = outage;
  const { restoredAt, cancelledAt, registeredAt, updatedAt, ...rest } = others;
  const announcement = announcementOf(outage);
  const isLate = announcement === 'short' || announcement === 'not-announced';
  return {
    ...rest,
    outageId: id,
    areaCodes: [...areaCodes],
    status: statusOf(outage, now),
    startsAt: startsAt.toISOString(),
    expectedRestorationAt: expectedRestorationAt?.toISOString(),
    announcedAt: announcedAt?.toISOString(),
    announcement,
    reasonMissing: isLate && outage.shortNoticeReason === undefined,
    restoredAt: restoredAt?.toISOString(),
    cancelledAt: cancelledAt?.toISOString(),
    registeredAt: registeredAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
