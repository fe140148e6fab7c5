import { Module } from '@nestjs/common';
import { FollowUpController } from './follow-up.controller';

@Module({ controllers: [FollowUpController] })
export class FollowUpModule {}
