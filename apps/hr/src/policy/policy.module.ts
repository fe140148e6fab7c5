import { Module } from '@nestjs/common';
import { PolicyBookModule } from '@switchyard/platform';
import { HrPoliciesHandler } from './hr-policies.handler';
import { Policies } from './policies';
import { POLICY_DEFINITIONS } from './policy-definitions';

/** Dated rules of the people side that an operator may change. */
@Module({
  imports: [PolicyBookModule.of(POLICY_DEFINITIONS)],
  controllers: [HrPoliciesHandler],
  providers: [Policies],
  exports: [Policies],
})
export class PolicyModule {}
