import type { KnownOutage, OutageKind } from '@switchyard/contracts';
import type { Area } from '../../area/areas.port';
import type { Outage } from '../outages.port';

const HOUR_MS = 3_600_000;
/** How long after its expected end an outage that nobody has ended is still told [ours]. */
const TOLD_AFTER_END_MS = 12 * HOUR_MS;
/** How long one without an expected end is told [ours]. */
const TOLD_WITHOUT_END_MS = 72 * HOUR_MS;

/**
 * Whether callers are still told of it. One that was forgotten in the register may not keep callers from reporting a
 * new fault for ever.
 */
export function isStillTold({ startsAt, expectedRestorationAt }: Outage, now: Date): boolean {
  const until = expectedRestorationAt
    ? expectedRestorationAt.getTime() + TOLD_AFTER_END_MS
    : startsAt.getTime() + TOLD_WITHOUT_END_MS;
  return now.getTime() < until;
}

const CAUSE_IN_ENGLISH: Readonly<Record<OutageKind, string>> = {
  planned: 'planned maintenance',
  temporary: 'urgent maintenance',
  fault: 'a fault',
  'load-limit': 'a limit on the load of the network',
};

/** An outage as callers of its area are told it. */
export function toKnownOutage(outage: Outage, area: Area | undefined, now: Date): KnownOutage {
  const { id, kind, startsAt, expectedRestorationAt, announcedText } = outage;
  const areaCode = area?.code ?? outage.areaCode;
  const areaName = { 'zh-CN': area?.name ?? '您所在的区域', en: area?.nameEn ?? 'your area' };
  const cause = { 'zh-CN': outage.cause, en: outage.causeEn ?? CAUSE_IN_ENGLISH[kind] };
  const upcoming = startsAt > now;
  const inEnglish = `Supply ${upcoming ? 'will be' : 'is'} interrupted in ${areaName.en} because of ${cause.en}.`;
  return {
    outageId: id,
    kind,
    areaCode,
    areaName,
    cause,
    upcoming,
    ...(announcedText !== undefined && {
      announcedText: { 'zh-CN': announcedText, en: outage.announcedTextEn ?? inEnglish },
    }),
    startsAt: startsAt.toISOString(),
    expectedRestorationAt: expectedRestorationAt?.toISOString(),
  };
}
