import { Module } from '@nestjs/common';
import { PolicyBookModule } from '@switchyard/platform';
import { ListPolicyVersionsHandler } from './list-policy-versions/list-policy-versions.handler';
import { Policies } from './policies';
import { POLICY_DEFINITIONS } from './policy-definitions';
import { SetPolicyHandler } from './set-policy/set-policy.handler';

const book = PolicyBookModule.of(POLICY_DEFINITIONS);

/** Dated rules that an operator may change. */
@Module({
  imports: [book],
  controllers: [ListPolicyVersionsHandler, SetPolicyHandler],
  providers: [Policies],
  exports: [Policies, book],
})
export class PolicyModule {}
