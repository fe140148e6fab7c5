import type { QueueFiguresReport, RatingFiguresReport } from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import { queueFigures, ratingFigures, serviceReport } from '../../../../test/figures-of-others';
import type { ReportLine } from '../daily-reports.port';
import { reportSheet } from '../report-sheet';
import { attendanceLines } from './attendance-lines';
import { telephoneLines } from './telephone-lines';
import { ticketLines } from './ticket-lines';

const valueOf = (lines: readonly ReportLine[], label: string) =>
  lines.find(({ labelEn }) => labelEn === label)?.value;

describe('a part of the daily report', () => {
  const queues: QueueFiguresReport = queueFigures(120, 114);
  const ratings: RatingFiguresReport = ratingFigures();

  it('of the telephones tells all queues and each by itself', () => {
    const lines = telephoneLines(queues, ratings);
    expect(valueOf(lines, 'Callers in queues')).toBe('120');
    expect(valueOf(lines, 'Answer rate')).toBe('95.0 %');
    expect(valueOf(lines, 'Average speed of answer')).toBe('8.0 s');
    expect(valueOf(lines, 'Queue billing: callers')).toBe('120');
  });

  it('leaves a figure out that is none, and tells nought where it is nought', () => {
    const lines = telephoneLines(queues, ratings);
    expect(lines.find(({ labelEn }) => labelEn === 'Average handling time')).not.toHaveProperty('value');
    expect(valueOf(lines, 'Chose to be called back')).toBe('0');
    expect(valueOf(ticketLines(serviceReport(30)), 'Satisfied after a complaint')).toBe(undefined);
    expect(valueOf(ticketLines(serviceReport(30)), 'Work orders opened')).toBe('30');
  });

  it('of attendance tells the share of the roster, and none of an empty one', () => {
    const day = {
      day: '2026-03-02' as LocalDate,
      rostered: 40,
      attended: 38,
      late: 2,
      early: 0,
      absent: 1,
      onLeave: 1,
      missedPunch: 0,
    };
    expect(valueOf(attendanceLines(day), 'Attendance')).toBe('95.0 %');
    expect(valueOf(attendanceLines({ ...day, rostered: 0 }), 'Attendance')).toBe(undefined);
  });
});

test('a report with a part that is away says so in its document, in both languages', () => {
  const report = {
    day: '2026-03-02' as LocalDate,
    version: 2,
    complete: false,
    madeAt: new Date('2026-03-03T00:00:00Z'),
    madeBy: 'system:hr',
    parts: [
      {
        part: 'tickets' as const,
        titleZh: '工单',
        titleEn: 'Work orders',
        there: false,
        reason: 'service.unavailable',
        lines: [],
      },
    ],
  };
  expect(reportSheet(report, 'zh-CN')).toMatchObject({
    facts: ['统计日: 2026-03-02', '版本: 2', '编制时间: 2026-03-03 08:00', '不完整：部分数据暂缺'],
    sections: [{ title: '工单', note: '数据暂缺（不为零）: service.unavailable', rows: [] }],
  });
  expect(reportSheet(report, 'en').sections[0]?.note).toContain('not nought');
});
