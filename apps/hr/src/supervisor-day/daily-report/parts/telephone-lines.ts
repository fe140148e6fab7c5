import type { QueueFiguresReport, RatingFiguresReport } from '@switchyard/contracts';
import type { ReportLine } from '../daily-reports.port';
import { countLine, numberLine, secondsLine, shareLine } from './report-lines';

/** A day of the telephones, all queues together and each by itself; targets of §13. */
export function telephoneLines(queues: QueueFiguresReport, ratings: RatingFiguresReport): ReportLine[] {
  const { figures } = queues.total;
  const { total } = ratings;
  return [
    countLine('排队呼入量', 'Callers in queues', figures.offered),
    countLine('人工接听量', 'Answered', figures.answered),
    shareLine('接通率', 'Answer rate', figures.answerRate, '≥ 85 %'),
    shareLine('20 秒服务水平', 'Service level in 20 s', figures.serviceLevel, '≥ 85 %'),
    shareLine('放弃率', 'Abandon rate', figures.abandonRate),
    secondsLine('平均应答速度', 'Average speed of answer', figures.averageWaitSeconds, '≤ 30 s'),
    secondsLine('平均处理时长', 'Average handling time', figures.averageHandlingSeconds),
    countLine('预约回拨', 'Chose to be called back', figures.callBacks),
    shareLine('自助办理率', 'Served by the menus', queues.selfService.rate),
    numberLine('满意度（1–5）', 'Satisfaction (1–5)', total.averageCsat, '≥ 4.5'),
    shareLine('一次解决率', 'Solved', total.solvedRate, '≥ 85 %'),
    ...queues.items.flatMap(({ group = '-', figures: of }) => [
      countLine(`队列 ${group}：呼入量`, `Queue ${group}: callers`, of.offered),
      shareLine(`队列 ${group}：接通率`, `Queue ${group}: answer rate`, of.answerRate, '≥ 85 %'),
    ]),
  ];
}
