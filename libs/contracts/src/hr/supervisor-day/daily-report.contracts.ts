import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEmail, IsOptional, IsString } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Instant,
  ListOf,
  OneOf,
  OptionalDay,
  OptionalFlag,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OrderedPageRequest } from '../workplace/workplace-fields';

export const DAILY_REPORT_ERRORS = {
  notFound: 'daily-report.not-found',
  /** The day is not over. */
  dayNotOver: 'daily-report.day-not-over',
  /** None of these recipients may be mailed once more; `details` says how each stands. */
  nobodyToMail: 'daily-report.nobody-to-mail',
} as const;

export const DAILY_REPORT_PARTS = ['telephone', 'tickets', 'attendance'] as const;
export type DailyReportPartName = (typeof DAILY_REPORT_PARTS)[number];

/** `unknown`: it was handed over and the answer never came; it may have arrived, and is not mailed again by itself. */
export const MAIL_OUTCOMES = ['waiting', 'sending', 'sent', 'refused', 'failed', 'unknown'] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

export class DailyReportLine {
  @RequiredText('What it is, in Chinese', 200)
  labelZh: string;

  @RequiredText('The same in English', 200)
  labelEn: string;

  @ApiPropertyOptional({
    description: 'The figure; absent where nothing of its kind happened: no figure is not the figure nought',
  })
  @IsOptional()
  @IsString()
  value?: string;

  @ApiPropertyOptional({ description: 'What is wanted of it, e.g. ≥ 85 %' })
  @IsOptional()
  @IsString()
  target?: string;
}

export class DailyReportPart {
  @OneOf('Which part', DAILY_REPORT_PARTS)
  part: DailyReportPartName;

  @RequiredText('Heading in Chinese', 100)
  titleZh: string;

  @RequiredText('Heading in English', 100)
  titleEn: string;

  @Flag('False when its figures could not be had: then there are no lines, and `reason` says why')
  there: boolean;

  @OptionalText('Why it is away: a code', 200)
  reason?: string;

  @ListOf('Figures', () => DailyReportLine, 500)
  lines: DailyReportLine[];
}

export class DailyReportSummary {
  @Day('The day that it tells of')
  day: string;

  @Whole('Version of that day, from 1', 1, 100_000)
  version: number;

  @Flag('Whether every part is there')
  complete: boolean;

  @Instant('When it was made')
  madeAt: string;

  @RequiredText('Who made it; system:hr by itself', 200)
  madeBy: string;
}

export class DailyReportView extends DailyReportSummary {
  @ListOf('Its parts', () => DailyReportPart, 10)
  parts: DailyReportPart[];
}

export class ListDailyReportsRequest extends OrderedPageRequest {
  @OptionalDay('From this day on')
  from?: string;

  @OptionalDay('Up to this day')
  to?: string;

  @OptionalFlag('Only complete ones, or only others')
  complete?: boolean;
}

export class DailyReportPage extends PageOf(DailyReportSummary) {}

export const ListDailyReports = operation({
  subject: 'hr.query.daily-reports.v1',
  request: ListDailyReportsRequest,
  reply: DailyReportPage,
});

export class DailyReportReference {
  @Day('The day that it tells of')
  day: string;
}

export class GetDailyReportRequest extends DailyReportReference {
  @OptionalWhole('Version; the latest unless given', 1, 100_000)
  version?: number;
}

export const GetDailyReport = operation({
  subject: 'hr.query.daily-report.v1',
  request: GetDailyReportRequest,
  reply: DailyReportView,
  errors: [DAILY_REPORT_ERRORS.notFound],
});

export const SHEET_LANGUAGES = ['zh-CN', 'en'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

export class DailyReportSheetRequest extends GetDailyReportRequest {
  @OneOf('Language', SHEET_LANGUAGES)
  language: SheetLanguage;
}

export class DailyReportRow {
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  cells: string[];
}

export class DailyReportSection {
  @RequiredText('Heading', 31)
  title: string;

  @OptionalText('Stands for the figures where they are away', 500)
  note?: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  columns: string[];

  @ListOf('Rows', () => DailyReportRow, 500)
  rows: DailyReportRow[];
}

/** The report in one language, ready to be laid out. */
export class DailyReportSheet {
  @RequiredText('Heading', 100)
  title: string;

  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  facts: string[];

  @ListOf('Tables', () => DailyReportSection, 10)
  sections: DailyReportSection[];

  @Instant('When it was made')
  dated: string;
}

export const GetDailyReportSheet = operation({
  subject: 'hr.query.daily-report-sheet.v1',
  request: DailyReportSheetRequest,
  reply: DailyReportSheet,
  errors: [DAILY_REPORT_ERRORS.notFound],
});

/** Makes another version out of the figures as they are now; those before are kept. */
export const MakeDailyReport = operation({
  subject: 'hr.command.make-daily-report.v1',
  request: DailyReportReference,
  reply: DailyReportView,
  errors: [DAILY_REPORT_ERRORS.dayNotOver],
});

export class DailyReportMailView {
  @Day('The day that the report tells of')
  day: string;

  @RequiredText('Recipient', 320)
  recipient: string;

  @Whole('Version that was, or is to be, mailed', 1, 100_000)
  version: number;

  @OneOf('What became of it', MAIL_OUTCOMES)
  outcome: MailOutcome;

  @Whole('How often it was tried', 0, 1000)
  tries: number;

  @OptionalInstant('When it is tried next')
  nextTryAt?: string;

  @OptionalText('What the mail server or the line said last', 1000)
  lastAnswer?: string;

  @OptionalInstant('When it was settled')
  settledAt?: string;
}

export class ListDailyReportMailsRequest extends PageRequest {
  @OptionalDay('Only of this day')
  day?: string;

  @OptionalOneOf('Only those with this outcome', MAIL_OUTCOMES)
  outcome?: MailOutcome;
}

export class DailyReportMailPage extends PageOf(DailyReportMailView) {}

/** The latest day first, then by recipient. */
export const ListDailyReportMails = operation({
  subject: 'hr.query.daily-report-mails.v1',
  request: ListDailyReportMailsRequest,
  reply: DailyReportMailPage,
});

export class MailAgain {
  @ApiPropertyOptional({
    description:
      'To whom; unless given, to all to whom it was not mailed. Who has it gets it again only if named here',
    type: [String],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsEmail({}, { each: true })
  recipients?: string[];
}

export class MailDailyReportAgainRequest extends MailAgain {
  @Day('The day that the report tells of')
  day: string;
}

export class DailyReportMails {
  @ListOf('How each recipient stands now', () => DailyReportMailView, 200)
  mails: DailyReportMailView[];
}

/** Somebody says that the latest version is to be mailed to whom it did not reach, or once more. */
export const MailDailyReportAgain = operation({
  subject: 'hr.command.mail-daily-report-again.v1',
  request: MailDailyReportAgainRequest,
  reply: DailyReportMails,
  errors: [DAILY_REPORT_ERRORS.notFound, DAILY_REPORT_ERRORS.nobodyToMail],
});
