import { Module } from '@nestjs/common';
import { FieldWorkController } from './field-work.controller';

@Module({ controllers: [FieldWorkController] })
export class FieldWorkModule {}
