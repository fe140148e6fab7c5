import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module';
import { PerformanceModule } from '../performance/performance.module';
import { PolicyModule } from '../policy/policy.module';
import { QualityFactsModule } from '../quality/quality-facts.module';
import { StaffModule } from '../staff/staff.module';
import { AssessCandidateHandler } from './candidate/assess-candidate.handler';
import { CandidatesHandler } from './candidate/candidates.handler';
import { Candidates } from './candidate/candidates.port';
import { ChangeCandidates } from './candidate/change-candidates';
import { ShowCandidate } from './candidate/show-candidate';
import { TakeOnCandidateHandler } from './candidate/take-on-candidate.handler';
import { AskFeatures } from './early-warning/ask-features';
import { EarlyWarningsHandler } from './early-warning/early-warnings.handler';
import { WarningSources } from './early-warning/warning-sources.port';
import { PgCandidates } from './persistence/pg-candidates';
import { PgEmployments } from './persistence/pg-employments';
import { PgVacancies } from './persistence/pg-vacancies';
import { Employments } from './turnover/employments.port';
import { TurnoverHandler } from './turnover/turnover.handler';
import { VacanciesHandler } from './vacancy/vacancies.handler';
import { Vacancies } from './vacancy/vacancies.port';

/** From the request for heads to the first day, and who leaves and why (§16). */
@Module({
  imports: [AttendanceModule, PerformanceModule, PolicyModule, QualityFactsModule, StaffModule],
  controllers: [
    AssessCandidateHandler,
    CandidatesHandler,
    EarlyWarningsHandler,
    TakeOnCandidateHandler,
    TurnoverHandler,
    VacanciesHandler,
  ],
  providers: [
    ChangeCandidates,
    ShowCandidate,
    { provide: Candidates, useClass: PgCandidates },
    { provide: Employments, useClass: PgEmployments },
    { provide: Vacancies, useClass: PgVacancies },
    { provide: WarningSources, useClass: AskFeatures },
  ],
})
export class HiringModule {}
