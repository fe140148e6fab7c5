import type { ReportLanguage } from '@switchyard/domain';
import type { Sheet, SheetSection } from '@switchyard/platform';
import type { DailyReport, ReportLine, ReportPart } from './daily-reports.port';

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const WORDS = {
  'zh-CN': {
    title: '客服中心日报',
    day: '统计日',
    version: '版本',
    made: '编制时间',
    incomplete: '不完整：部分数据暂缺',
    away: '数据暂缺（不为零）',
    columns: ['指标', '数值', '目标'],
    none: '无',
  },
  en: {
    title: 'Daily report of the contact centre',
    day: 'Day',
    version: 'Version',
    made: 'Made',
    incomplete: 'Incomplete: some figures are away',
    away: 'The figures are away (this is not nought)',
    columns: ['Figure', 'Value', 'Target'],
    none: 'none',
  },
} as const;

/** A report as a document in one language. */
export function reportSheet(report: DailyReport, language: ReportLanguage): Sheet {
  const words = WORDS[language];
  return {
    title: words.title,
    facts: [
      `${words.day}: ${report.day}`,
      `${words.version}: ${report.version}`,
      `${words.made}: ${CHINA.format(report.madeAt)}`,
      ...(report.complete ? [] : [words.incomplete]),
    ],
    sections: report.parts.map((part) => sectionOf(part, language)),
    dated: report.madeAt,
  };
}

function sectionOf(
  { titleZh, titleEn, there, reason, lines }: ReportPart,
  language: ReportLanguage,
): SheetSection {
  const { columns, away, none } = WORDS[language];
  const row = ({ labelZh, labelEn, value, target }: ReportLine) => [
    language === 'en' ? labelEn : labelZh,
    value ?? none,
    target ?? '',
  ];
  return {
    title: language === 'en' ? titleEn : titleZh,
    ...(!there && { note: `${away}: ${reason ?? ''}` }),
    columns,
    rows: lines.map(row),
  };
}
