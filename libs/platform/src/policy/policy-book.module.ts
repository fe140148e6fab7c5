import { type DynamicModule, Module } from '@nestjs/common';
import { PgPolicyDocuments } from './persistence/pg-policy-documents';
import { POLICY_DEFINITIONS, PolicyBook } from './policy-book';
import type { PolicyDefinitions } from './policy-definition';
import { PolicyDocuments } from './policy-documents.port';

/** Dated rules that an operator may change, kept in the service's own table (`policyTable`). */
@Module({})
export class PolicyBookModule {
  static of(definitions: PolicyDefinitions): DynamicModule {
    return {
      module: PolicyBookModule,
      providers: [
        PolicyBook,
        { provide: POLICY_DEFINITIONS, useValue: definitions },
        { provide: PolicyDocuments, useClass: PgPolicyDocuments },
      ],
      exports: [PolicyBook, PolicyDocuments],
    };
  }
}
