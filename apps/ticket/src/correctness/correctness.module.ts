import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { CorrectnessSamples } from './correctness-samples.port';
import { DrawSampleHandler } from './draw-sample/draw-sample.handler';
import { DrawSample } from './draw-sample/draw-sample.use-case';
import { GetFiguresHandler } from './get-figures/get-figures.handler';
import { JudgeItemHandler } from './judge-item/judge-item.handler';
import { ListItemsHandler } from './list-items/list-items.handler';
import { ListSamplesHandler } from './list-samples/list-samples.handler';
import { PgCorrectnessSamples } from './persistence/pg-correctness-samples';

/** How much of the centre's work is right, judged on samples by a second person (art. 23(8)(9)). */
@Module({
  imports: [PolicyModule],
  controllers: [DrawSampleHandler, GetFiguresHandler, JudgeItemHandler, ListItemsHandler, ListSamplesHandler],
  providers: [DrawSample, { provide: CorrectnessSamples, useClass: PgCorrectnessSamples }],
})
export class CorrectnessModule {}
