import { Module } from '@nestjs/common';
import { DialingPolicyController } from './dialing-policy.controller';
import { NoticeTemplateController } from './notice-template.controller';

@Module({ controllers: [DialingPolicyController, NoticeTemplateController] })
export class DialingPolicyModule {}
