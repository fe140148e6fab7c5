import { Module } from '@nestjs/common';
import { RosterProposalController } from './roster-proposal.controller';
import { StaffingController } from './staffing.controller';

/** Forecasts, heads and proposals over REST. */
@Module({ controllers: [RosterProposalController, StaffingController] })
export class StaffingModule {}
