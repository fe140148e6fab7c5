import { Module } from '@nestjs/common';
import { QueueFiguresController } from './queue-figures.controller';

/** Figures of queues and ratings over REST. */
@Module({ controllers: [QueueFiguresController] })
export class QueueFiguresModule {}
