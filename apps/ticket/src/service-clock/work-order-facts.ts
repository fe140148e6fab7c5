import type { ClockEvent, ClockFacts } from '@switchyard/domain';
import type { Area } from '../area/areas.port';
import type { WorkOrderEvent } from '../work-order/work-order-journal';
import type { WorkOrder } from '../work-order/work-orders.port';

/** Events that start, stop and move nothing. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['noted', 'attached', 'urged', 'responsibility-moved']);

export function concernsClocks(events: readonly WorkOrderEvent[]): boolean {
  return events.some(({ type }) => !WITHOUT_EFFECT.has(type));
}

/** What the conditions of limits ask about a work order. */
export function factsOf(workOrder: WorkOrder, area: Area | undefined): ClockFacts {
  const { kind, areaCode, applicationKind, contentCategory, phone, anonymous, channel, fields } = workOrder;
  return {
    kind,
    areaCode,
    applicationKind,
    contentCategory,
    channel,
    areaClass: area?.class,
    contactable: phone !== undefined && !anonymous,
    major: fields['major'] === true,
    voltage: textOf(fields['voltage']),
    customerKind: textOf(fields['customerKind']),
  };
}

/** The history as the engine reads it: what counts is when it was recorded, which nobody can set. */
export function clockEventsOf(history: readonly WorkOrderEvent[]): ClockEvent[] {
  return history.map(({ type, at, owner, data }) => ({ type, at, owner, data }));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
