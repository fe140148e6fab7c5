import { Module } from '@nestjs/common';
import { CandidateController } from './candidate.controller';
import { TurnoverController } from './turnover.controller';
import { VacancyController } from './vacancy.controller';

@Module({ controllers: [CandidateController, TurnoverController, VacancyController] })
export class HiringModule {}
