import { Module } from '@nestjs/common';
import { ListPolicyVersionsHandler } from './list-policy-versions/list-policy-versions.handler';
import { PgPolicyDocuments } from './persistence/pg-policy-documents';
import { Policies } from './policies';
import { PolicyDocuments } from './policy-documents.port';
import { SetPolicyHandler } from './set-policy/set-policy.handler';
import { SetPolicy } from './set-policy/set-policy.use-case';

/** Dated rules that an operator may change. */
@Module({
  controllers: [ListPolicyVersionsHandler, SetPolicyHandler],
  providers: [Policies, SetPolicy, { provide: PolicyDocuments, useClass: PgPolicyDocuments }],
  exports: [Policies, PolicyDocuments],
})
export class PolicyModule {}
