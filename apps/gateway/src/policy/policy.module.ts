import { Module } from '@nestjs/common';
import { PolicyController } from './policy.controller';

/** Dated rules of the service desk and of the people side, under one address. */
@Module({ controllers: [PolicyController] })
export class PolicyModule {}
