import { Module } from '@nestjs/common';
import { DeskLogController } from './desk-log.controller';

@Module({ controllers: [DeskLogController] })
export class DeskLogModule {}
