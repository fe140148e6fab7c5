import type { HandoverContentView, HandoverSummary, HandoverView } from '@switchyard/contracts';
import type { HandoverContent, HandoverOutage, OpenOrder, OrderSection } from '@switchyard/domain';
import type { Handover } from './handovers.port';

export function toHandoverSummary(handover: Handover): HandoverSummary {
  const { id, state, shift, outgoing, relief, createdAt, submittedAt, acceptedAt, moved } = handover;
  return {
    handoverId: id,
    state,
    shift,
    outgoing,
    relief,
    moved,
    createdAt: createdAt.toISOString(),
    submittedAt: submittedAt?.toISOString(),
    acceptedAt: acceptedAt?.toISOString(),
  };
}

export function toHandoverView(handover: Handover, content: HandoverContentView): HandoverView {
  const { notes, briefing } = handover;
  return { ...toHandoverSummary(handover), content, notes: [...notes], briefing };
}

export function toContentView(content: HandoverContent): HandoverContentView {
  const { unfinished, toUrge, emergencies, system, outages, unsent } = content;
  return {
    unfinished: {
      consultation: toSection(unfinished.consultation),
      fault: toSection(unfinished.fault),
      complaint: toSection(unfinished.complaint),
      report: toSection(unfinished.report),
      other: toSection(unfinished.other),
    },
    toUrge: toSection(toUrge),
    emergencies: emergencies.map(toOutage),
    system: system.map((part) => ({ ...part })),
    outages: {
      planned: outages.planned.map(toOutage),
      temporary: outages.temporary.map(toOutage),
      fault: outages.fault.map(toOutage),
    },
    unsent: unsent.map((matter) => ({ ...matter, recordedAt: matter.recordedAt.toISOString() })),
  };
}

const toSection = ({ total, items }: OrderSection) => ({ total, items: items.map(toOrder) });

const toOrder = ({ openedAt, nextDueAt, ...order }: OpenOrder) => ({
  ...order,
  openedAt: openedAt.toISOString(),
  nextDueAt: nextDueAt?.toISOString(),
});

const toOutage = ({ startsAt, expectedRestorationAt, ...outage }: HandoverOutage) => ({
  ...outage,
  startsAt: startsAt.toISOString(),
  expectedRestorationAt: expectedRestorationAt?.toISOString(),
});
