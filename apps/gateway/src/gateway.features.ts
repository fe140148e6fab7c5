import type { Type } from '@nestjs/common';
import { AccountModule } from './account/account.module';
import { BatchModule } from './batch/batch.module';
import { CallFlowModule } from './call-flow/call-flow.module';
import { QueueFiguresModule } from './queue-figures/queue-figures.module';
import { WorkOrderModule } from './work-order/work-order.module';

/** The parts of the API, each a module of controllers. */
export const FEATURES: Type[] = [
  AccountModule,
  BatchModule,
  CallFlowModule,
  QueueFiguresModule,
  WorkOrderModule,
];
