import { type DynamicModule, Module } from '@nestjs/common';
import { CheckDialingPolicyHandler } from './check-dialing-policy/check-dialing-policy.handler';
import { ListDialingPoliciesHandler } from './list-dialing-policies/list-dialing-policies.handler';
import { ListDialingPolicyVersionsHandler } from './list-dialing-policy-versions/list-dialing-policy-versions.handler';
import { PgPolicyVersions } from './persistence/pg-policy-versions';
import { PolicyVersions } from './policy-versions.port';
import { ReadVersion } from './read-version.use-case';
import { SetDialingPolicyHandler } from './set-dialing-policy/set-dialing-policy.handler';
import { SetDialingPolicy } from './set-dialing-policy/set-dialing-policy.use-case';
import { ShownPolicies } from './shown-policies';

/** The dialing policies as staff see and set them; what they do is the dialer's. */
@Module({})
export class DialingPolicyModule {
  /** `imports` give DialerConfig. */
  static forRoot(imports: DynamicModule['imports']): DynamicModule {
    return {
      module: DialingPolicyModule,
      imports,
      controllers: [
        CheckDialingPolicyHandler,
        ListDialingPoliciesHandler,
        ListDialingPolicyVersionsHandler,
        SetDialingPolicyHandler,
      ],
      providers: [
        { provide: PolicyVersions, useClass: PgPolicyVersions },
        ReadVersion,
        SetDialingPolicy,
        ShownPolicies,
      ],
    };
  }
}
