import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsNumber, IsOptional, ValidateNested } from 'class-validator';
import {
  Count,
  Instant,
  ListOf,
  OptionalAreaCode,
  OptionalFigure,
  OptionalText,
  RequiredText,
} from '../fields';

/** How many, now and in the period before. */
export class ReportCount {
  @RequiredText(
    'What is counted: a kind, a channel, an area, a group, a category or a cause; - for none',
    100,
  )
  name: string;

  @Count('In the period')
  count: number;

  @Count('In the period of the same length before it')
  before: number;

  @OptionalFigure('(count − before) / before × 100; absent where there was nothing before')
  changePercent?: number;
}

export class ReportDay {
  @RequiredText('Day in China, YYYY-MM-DD', 10)
  day: string;

  @Count('Work orders opened')
  opened: number;

  @Count('Work orders closed')
  closed: number;
}

/** How a department keeps one time limit. */
export class DepartmentPerformance {
  @RequiredText('Code of the department; centre for the service centre itself', 40)
  department: string;

  @RequiredText('Time limit, as rules.md §3 numbers them, or the id of a policy', 40)
  limit: string;

  @Count('Service clocks that started in the period and were not called off')
  clocks: number;

  @Count('Met in time')
  onTime: number;

  @Count('Met too late')
  late: number;

  @Count('Not met yet, and too late')
  overdue: number;

  @Count('Not met yet, and in time so far')
  running: number;

  @OptionalFigure('onTime / (onTime + late + overdue) × 100, to a tenth')
  onTimePercent?: number;

  @ApiPropertyOptional({ description: 'Minutes from start until met, on average, pauses included' })
  @IsOptional()
  @IsNumber()
  averageMinutes?: number;
}

export class DepartmentConduct {
  @RequiredText('Code of the department', 40)
  department: string;

  @Count('Results that it sent to the centre')
  answered: number;

  @Count('Results that were sent back as insufficient')
  sentBack: number;

  @Count('Times that it was urged')
  urged: number;
}

export class ReportTopic extends ReportCount {
  @RequiredText('Kind of work order', 40)
  kind: string;

  @OptionalAreaCode()
  areaCode?: string;
}

export class RepeatedComplainer {
  @RequiredText('Account that complained more than once', 32)
  accountNo: string;

  @Count('Complaints in the period')
  complaints: number;
}

export class ComplaintAnalysis {
  @Count('Complaints in the period')
  complaints: number;

  @Count('In the period of the same length before it')
  before: number;

  @ListOf('By kind and value tier of the customer; anonymous and unknown apart', () => ReportCount)
  byGroup: ReportCount[];

  @ListOf('By category of content', () => ReportCount)
  byContent: ReportCount[];

  @ListOf('By cause found; - while none is', () => ReportCount)
  byCause: ReportCount[];

  @ListOf('Accounts with more than one complaint, the most first, at most 50', () => RepeatedComplainer)
  repeated: RepeatedComplainer[];

  @Count('Complaints whose follow-up call reached the customer')
  followedUp: number;

  @Count('Of these, satisfied')
  satisfied: number;

  @OptionalFigure('satisfied / followedUp × 100, to a tenth')
  satisfiedPercent?: number;
}

export class ServiceReportView {
  @Instant('Start of the period')
  from: string;

  @Instant('End of the period, not included')
  before: string;

  @OptionalAreaCode()
  areaCode?: string;

  @OptionalText('Name of the area', 100)
  areaName?: string;

  @Instant('When the figures were taken')
  takenAt: string;

  @Count('Work orders opened')
  opened: number;

  @Count('Work orders opened in the period before')
  openedBefore: number;

  @Count('Work orders closed')
  closed: number;

  @Count('Work orders open at the moment, whenever opened')
  open: number;

  @Count('Of these, past a time limit')
  overdue: number;

  @ListOf('Opened, by kind', () => ReportCount)
  byKind: ReportCount[];

  @ListOf('Opened, by intake channel', () => ReportCount)
  byChannel: ReportCount[];

  @ListOf('Opened, by area; the twenty with the most', () => ReportCount)
  byArea: ReportCount[];

  @ListOf('Day by day, with days on which nothing happened', () => ReportDay)
  byDay: ReportDay[];

  @ListOf('On time, by department and limit (art. 6(6))', () => DepartmentPerformance)
  departments: DepartmentPerformance[];

  @ListOf('Results, send-backs and urging, by department', () => DepartmentConduct)
  conduct: DepartmentConduct[];

  @ListOf('What grew out of proportion, by kind, category and area (art. 6(7))', () => ReportTopic)
  hotTopics: ReportTopic[];

  @ApiProperty({ description: 'Complaints by group, content, frequency and cause', type: ComplaintAnalysis })
  @ValidateNested()
  @Type(() => ComplaintAnalysis)
  complaints: ComplaintAnalysis;
}
