import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module';
import { PolicyModule } from '../policy/policy.module';
import { StaffModule } from '../staff/staff.module';
import { sweep } from '../sweep';
import { WorkplaceCommonModule } from '../workplace/common/common.module';
import { RemindersModule } from '../workplace/reminders.module';
import { ChecklistHandler } from './checklist/checklist.handler';
import { Checklist } from './checklist/checklist.port';
import { DoItem } from './checklist/do-item';
import { EscalateMissed } from './checklist/escalate-missed';
import { MakeChecklist } from './checklist/make-checklist';
import { AssembleReport } from './daily-report/assemble-report';
import { AttendanceOfDay } from './daily-report/attendance-of-day';
import { DailyReportHandler } from './daily-report/daily-report.handler';
import { DailyReports } from './daily-report/daily-reports.port';
import { MailAgainHandler } from './daily-report/mail-again.handler';
import { MailDueReports } from './daily-report/mail-due-reports';
import { MakeReport } from './daily-report/make-report';
import { ReportMails } from './daily-report/report-mails.port';
import { RunDailyReport } from './daily-report/run-daily-report';
import { Mailer } from './mail/mailer.port';
import { SmtpMailer } from './mail/smtp-mailer';
import { PgChecklist } from './persistence/pg-checklist';
import { PgDailyReports } from './persistence/pg-daily-reports';
import { PgReportMails } from './persistence/pg-report-mails';

/** What a supervisor does each day, week and month, and the report that goes out before 8:15 (§18). */
@Module({
  imports: [AttendanceModule, PolicyModule, RemindersModule, StaffModule, WorkplaceCommonModule],
  controllers: [ChecklistHandler, DailyReportHandler, MailAgainHandler],
  providers: [
    AssembleReport,
    AttendanceOfDay,
    DoItem,
    EscalateMissed,
    MailDueReports,
    MakeChecklist,
    MakeReport,
    RunDailyReport,
    sweep(MakeChecklist, 'making checklists'),
    sweep(EscalateMissed, 'telling missed duties'),
    sweep(RunDailyReport, 'bringing the daily report'),
    { provide: Checklist, useClass: PgChecklist },
    { provide: DailyReports, useClass: PgDailyReports },
    { provide: Mailer, useClass: SmtpMailer },
    { provide: ReportMails, useClass: PgReportMails },
  ],
})
export class SupervisorDayModule {}
