import type {
  QueueFiguresRow,
  QueueFiguresView,
  SelfServiceView,
  TierServiceLevel,
} from '@switchyard/contracts';
import {
  addQueueCounts,
  type FigureTargets,
  figuresOf,
  missedTargets,
  type QueueCounts,
  selfServiceRate,
  VALUE_TIERS,
} from '@switchyard/domain';
import type { CountedRow, MenuCallers, TimeSpan } from './figure-rows.port';

type TierCounts = Pick<CountedRow, 'tier' | 'counts'>;

export function toFiguresView(counts: QueueCounts): QueueFiguresView {
  const { offered, answered, answeredInTime, abandoned, abandonedInTime } = counts;
  const { callBacks, timedOut, turnedAway, waiting, transferred } = counts;
  const { talks, talked, holdKnown, wrappedUp, rang } = counts;
  return {
    offered,
    answered,
    answeredInTime,
    abandoned,
    abandonedInTime,
    callBacks,
    timedOut,
    turnedAway,
    waiting,
    transferred,
    talks,
    talksOver: talked,
    holdKnown,
    afterCallsKnown: wrappedUp,
    ringsKnown: rang,
    ...figuresOf(counts),
  };
}

export function toSelfServiceView({ inMenus, served }: MenuCallers): SelfServiceView {
  return { inMenus, served, rate: selfServiceRate({ inMenus, served }) };
}

/** Every tier in its order, also one of which nobody called. */
export function toTierLevels(rows: readonly TierCounts[], targets: FigureTargets): TierServiceLevel[] {
  return VALUE_TIERS.map((tier) => {
    const counts = addQueueCounts(rows.filter((row) => row.tier === tier).map((row) => row.counts));
    return {
      tier,
      offered: counts.offered,
      serviceLevel: figuresOf(counts).serviceLevel,
      target: targets.serviceLevel[tier],
    };
  });
}

export function toFiguresRow(
  { from, to }: TimeSpan,
  group: string | null,
  rows: readonly TierCounts[],
  targets: FigureTargets,
  callers?: MenuCallers,
): QueueFiguresRow {
  const counts = addQueueCounts(rows.map((row) => row.counts));
  const tiers = toTierLevels(rows, targets);
  const missedLevel = tiers.some(
    ({ serviceLevel, target }) => serviceLevel !== null && serviceLevel < target,
  );
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    ...(group === null ? {} : { group }),
    figures: toFiguresView(counts),
    tiers,
    ...(callers && { selfService: toSelfServiceView(callers) }),
    missed: [...(missedLevel ? ['serviceLevel'] : []), ...missedTargets(figuresOf(counts), targets)],
  };
}
