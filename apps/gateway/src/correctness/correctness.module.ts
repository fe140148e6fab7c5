import { Module } from '@nestjs/common';
import { CorrectnessController } from './correctness.controller';

@Module({ controllers: [CorrectnessController] })
export class CorrectnessModule {}
