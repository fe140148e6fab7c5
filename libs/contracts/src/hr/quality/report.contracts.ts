import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import {
  Count,
  Day,
  ListOf,
  Nested,
  OneOf,
  OptionalFigure,
  OptionalNested,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { QUALITY_GROUPINGS, type QualityGrouping } from './words';

class PeriodOfCalls extends PageRequest {
  @Day('Calls from this day on')
  from: string;

  @Day('Calls until this day, included; at most 366 days')
  to: string;
}

export const QUALITY_REPORT_SORTS = ['key', 'score', 'critical', 'evaluations'] as const;
export type QualityReportSort = (typeof QUALITY_REPORT_SORTS)[number];

export class GetQualityReportRequest extends PeriodOfCalls {
  @OneOf('A row for each', QUALITY_GROUPINGS)
  by: QualityGrouping;

  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalText('Only of this group', 40)
  groupCode?: string;

  @OptionalOneOf(
    'Order: by key, lowest score, highest rate of critical errors, or most evaluations',
    QUALITY_REPORT_SORTS,
  )
  sort?: QualityReportSort;
}

export class QualityReportRow {
  @RequiredText('Staff number, group, item or Monday of the week', 60)
  key: string;

  @OptionalNested('Its name, where it has one', () => BilingualText)
  names?: BilingualText;

  @Count('Calls that were drawn')
  drawn: number;

  @Count('Calls that were judged: the monitored calls')
  evaluations: number;

  @OptionalFigure('Mean score, of an item the mean per cent of its weight')
  meanScore?: number;

  @Count('Judged calls with a critical error; of an item, those with a fault')
  criticalErrors: number;

  @OptionalFigure('Critical errors of the judged, per cent (§12, 8)')
  criticalErrorPercent?: number;

  @OptionalFigure('Mean transaction quality, per cent (§12, 7)')
  transactionQuality?: number;

  @Count('Faults')
  faults: number;

  @Count('Forbidden phrases')
  phraseHits: number;
}

export class QualityDefinition {
  @RequiredText('Field of a row', 40)
  field: string;

  @Nested('What it means', () => BilingualText)
  text: BilingualText;
}

export class QualityReportPage extends PageOf(QualityReportRow) {
  @ListOf('What the figures mean', () => QualityDefinition)
  definitions: QualityDefinition[];
}

/** What quality control found, by agent, group, item or week. */
export const GetQualityReport = operation({
  subject: 'hr.query.quality-report.v1',
  request: GetQualityReportRequest,
  reply: QualityReportPage,
});

export class GetInspectorWorkloadRequest extends PeriodOfCalls {}

export class InspectorWorkload {
  @StaffNumber('The inspector')
  inspector: string;

  @RequiredText('Name', 100)
  name: string;

  @Count('Calls of the period drawn for it')
  assigned: number;

  @Count('Of these, still open')
  open: number;

  @Count('Of these, open after their time')
  overdue: number;

  @Count('Calls of the period that it judged')
  evaluated: number;

  @OptionalFigure('Mean hours from assignment to judgement')
  meanHours?: number;

  @OptionalFigure('Mean score that it gave')
  meanScore?: number;

  @Count('Appeals against it')
  appeals: number;

  @Count('Of these, with a changed result')
  changed: number;
}

export class InspectorWorkloadPage extends PageOf(InspectorWorkload) {}

/** What inspectors have in hand and did, by staff number. */
export const GetInspectorWorkload = operation({
  subject: 'hr.query.inspector-workload.v1',
  request: GetInspectorWorkloadRequest,
  reply: InspectorWorkloadPage,
});
