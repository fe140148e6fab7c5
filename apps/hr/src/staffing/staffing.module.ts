import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { RosterModule } from '../roster/roster.module';
import { StaffModule } from '../staff/staff.module';
import { WorkingCalendarModule } from '../working-calendar/working-calendar.module';
import { CallHistory } from './call-history.port';
import { CentreCalendar } from './forecast/centre-calendar';
import { ForecastHandler } from './forecast/forecast.handler';
import { MakeForecast } from './forecast/make-forecast';
import { HistoryHandler } from './history/history.handler';
import { TakeHistory } from './history/take-history';
import { TakeHourly } from './history/take-hourly';
import { NeedsModule } from './needs/needs.module';
import { PgCallHistory } from './persistence/pg-call-history';
import { PgProposals } from './persistence/pg-proposals';
import { Proposals } from './proposals.port';
import { AdoptProposalUseCase } from './propose/adopt-proposal.use-case';
import { AskProposal } from './propose/ask-proposal.use-case';
import { PrepareProposal } from './propose/prepare-proposal';
import { ProposalHandler } from './propose/proposal.handler';
import { RunProposals } from './propose/run-proposals';
import { ReplanDayUseCase } from './replan/replan-day.use-case';
import { ReplanHandler } from './replan/replan.handler';

/** Planning (§8, §18): forecast, heads, proposals of rosters, and the rest of a day again. */
@Module({
  imports: [NeedsModule, PolicyModule, RosterModule, StaffModule, WorkingCalendarModule],
  controllers: [ForecastHandler, HistoryHandler, ProposalHandler, ReplanHandler],
  providers: [
    AdoptProposalUseCase,
    AskProposal,
    CentreCalendar,
    MakeForecast,
    PrepareProposal,
    ReplanDayUseCase,
    RunProposals,
    TakeHistory,
    TakeHourly,
    { provide: CallHistory, useClass: PgCallHistory },
    { provide: Proposals, useClass: PgProposals },
  ],
})
export class StaffingModule {}
