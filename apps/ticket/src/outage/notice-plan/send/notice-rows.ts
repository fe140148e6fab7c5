import type { NoticeOccasion } from '@switchyard/contracts';
import type { Area } from '../../../area/areas.port';
import type { Outage } from '../../outages.port';
import type { OutageNotice } from '../notice-plan';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const ORDER_NUMBER = /^W\d{8}-\d{6,}$/;

/** Whether the period of a contact is a plan of ours: batches may be made by hand as well. */
export const isPlanId = (period: string): boolean => UUID.test(period);

/** By what the dialler knows a customer: the account, or the work order of a reporter without one. */
export const contactNumberOf = ({ recipient }: OutageNotice): string =>
  recipient.slice(recipient.indexOf(':') + 1);

/** The customer of a contact of the dialler's. */
export const recipientOf = (contactNumber: string): string =>
  `${ORDER_NUMBER.test(contactNumber) ? 'order' : 'account'}:${contactNumber}`;

/** A customer's row of the batch: what is said of the outage, at the customer's own area. */
export function toContactRow(
  notice: OutageNotice,
  occasion: NoticeOccasion,
  outage: Outage,
  areas: ReadonlyMap<string, Area>,
): Record<string, unknown> {
  const area = areas.get(notice.areaCode ?? outage.areaCode) ?? areas.get(outage.areaCode);
  return {
    accountNo: contactNumberOf(notice),
    name: notice.name ?? '客户',
    phone: notice.phone,
    customerKind: notice.customerKind,
    outage: notice.planId,
    occasion,
    area: area?.name ?? outage.areaCode,
    cause: outage.cause,
    startsAt: outage.startsAt.toISOString(),
    ...restorationOf(occasion, outage),
  };
}

/** When supply came back, or is expected back. */
function restorationOf(occasion: NoticeOccasion, outage: Outage): { readonly restorationAt?: string } {
  const at = occasion === 'restoration' ? outage.restoredAt : outage.expectedRestorationAt;
  return at ? { restorationAt: at.toISOString() } : {};
}
