import { Injectable } from '@nestjs/common';
import type { ServiceReportView } from '@switchyard/contracts';
import { changeOf, hotTopics, percentOf, STANDARD_HOT_TOPIC_RULE, type TopicCount } from '@switchyard/domain';
import {
  type ComplaintCounts,
  type Counted,
  type LimitCount,
  type ReportPeriod,
  Reports,
} from '../reports.port';

export type ServiceReport = Omit<ServiceReportView, 'from' | 'before' | 'areaCode' | 'areaName' | 'takenAt'>;

/** The figures of a period and of the one of the same length before it, all of one moment (§20). */
@Injectable()
export class TakeServiceReport {
  constructor(private readonly reports: Reports) {}

  execute(asked: Omit<ReportPeriod, 'since'>, now: Date): Promise<ServiceReport> {
    const length = asked.before.getTime() - asked.from.getTime();
    const period: ReportPeriod = { ...asked, since: new Date(asked.from.getTime() - length) };
    return this.reports.consistently(async () => {
      const totals = await this.reports.totals(period, now);
      const byKind = (await this.reports.byKind(period)).map(withChange);
      const topics = await this.reports.topics(period);
      return {
        ...totals,
        byKind,
        byChannel: (await this.reports.byChannel(period)).map(withChange),
        byArea: (await this.reports.byArea(period)).map(withChange),
        byDay: [...(await this.reports.byDay(period))],
        departments: (await this.reports.limits(period)).map(withOnTime),
        conduct: [...(await this.reports.conduct(period))],
        hotTopics: hotTopics(topics, STANDARD_HOT_TOPIC_RULE).map(toTopic),
        complaints: analysisOf(await this.reports.complaints(period), byKind),
      };
    });
  }
}

const withChange = (counted: Counted) => ({ ...counted, ...changeOf(counted.count, counted.before) });

const toTopic = ({ topic = '-', ...counted }: TopicCount) => ({ ...counted, name: topic });

function withOnTime(limit: LimitCount) {
  const onTimePercent = percentOf(limit.onTime, limit.onTime + limit.late + limit.overdue);
  return { ...limit, ...(onTimePercent !== undefined && { onTimePercent }) };
}

function analysisOf(counts: ComplaintCounts, byKind: readonly Counted[]): ServiceReport['complaints'] {
  const complaints = byKind.find(({ name }) => name === 'complaint');
  const satisfiedPercent = percentOf(counts.satisfied, counts.followedUp);
  return {
    complaints: complaints?.count ?? 0,
    before: complaints?.before ?? 0,
    byGroup: counts.byGroup.map(withChange),
    byContent: counts.byContent.map(withChange),
    byCause: counts.byCause.map(withChange),
    repeated: [...counts.repeated],
    followedUp: counts.followedUp,
    satisfied: counts.satisfied,
    ...(satisfiedPercent !== undefined && { satisfiedPercent }),
  };
}
