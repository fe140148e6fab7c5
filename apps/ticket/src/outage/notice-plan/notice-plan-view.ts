import type { NoticeCounts, NoticePlanView, OutageNoticeView } from '@switchyard/contracts';
import type { NoticeCountsOfPlan, NoticePlan, OutageNotice } from './notice-plan';

export function toNoticePlanView(plan: NoticePlan, counts: readonly NoticeCountsOfPlan[]): NoticePlanView {
  return {
    planId: plan.id,
    outageId: plan.outageId,
    occasion: plan.occasion,
    wantedAt: plan.wantedAt.toISOString(),
    madeAt: plan.madeAt?.toISOString(),
    endedAt: plan.endedAt?.toISOString(),
    important: countsOf(counts, true),
    others: countsOf(counts, false),
    importantBatchId: plan.importantBatchId,
    othersBatchId: plan.othersBatchId,
    othersStarted: plan.othersWanted,
  };
}

function countsOf(counts: readonly NoticeCountsOfPlan[], important: boolean): NoticeCounts {
  const { all, confirmed, underWay, failed } = counts.find((one) => one.important === important) ?? NONE;
  return { all, confirmed, underWay, failed };
}

const NONE = { all: 0, confirmed: 0, underWay: 0, failed: 0 };

export function toOutageNoticeView({ confirmedAt, escalatesAt, ...notice }: OutageNotice): OutageNoticeView {
  return {
    ...notice,
    confirmedAt: confirmedAt?.toISOString(),
    escalatesAt: escalatesAt?.toISOString(),
  };
}
