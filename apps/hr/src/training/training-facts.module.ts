import { Module } from '@nestjs/common';
import { PgTrainingFacts } from './persistence/pg-training-facts';
import { TrainingFacts } from './training-facts.port';

/** What other features of the service may ask of training. */
@Module({ providers: [{ provide: TrainingFacts, useClass: PgTrainingFacts }], exports: [TrainingFacts] })
export class TrainingFactsModule {}
