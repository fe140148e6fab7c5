import { Module } from '@nestjs/common';
import { AreaModule } from '../area/area.module';
import { GetServiceReportHandler } from './get-service-report/get-service-report.handler';
import { TakeServiceReport } from './get-service-report/take-service-report.use-case';
import { PgReports } from './persistence/pg-reports';
import { Reports } from './reports.port';

/** What the centre tells of its work (§20). */
@Module({
  imports: [AreaModule],
  controllers: [GetServiceReportHandler],
  providers: [TakeServiceReport, { provide: Reports, useClass: PgReports }],
})
export class ReportModule {}
