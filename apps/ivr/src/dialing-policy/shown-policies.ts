import { Inject, Injectable } from '@nestjs/common';
import {
  DIALING_POLICY_ERRORS,
  type DialingPolicyListed,
  type DialingPolicyVersionView,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { BUILT_IN_POLICIES } from '../dialer/policy/dialing-rules';
import { type PolicyVersion, PolicyVersions } from './policy-versions.port';
import { showVersions } from './version-states';

const BUILT_IN: readonly PolicyVersion[] = BUILT_IN_POLICIES.map((policy) => ({
  policy,
  setBy: 'system:ivr',
}));

/** Policies with their versions, what the product comes with among them. */
@Injectable()
export class ShownPolicies {
  constructor(
    private readonly versions: PolicyVersions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every policy by name: the version in force, or the first to come. */
  async list(): Promise<DialingPolicyListed[]> {
    const all = [...BUILT_IN, ...(await this.versions.all())];
    return [...new Set(all.map(({ policy }) => policy.id))]
      .map((name) =>
        showVersions(
          all.filter(({ policy }) => policy.id === name),
          this.today(),
        ),
      )
      .flatMap((shown) => {
        const [first] = shown.filter(({ state }) => state === 'in-force').concat(shown.at(-1) ?? []);
        return first ? [{ ...first, versions: shown.length }] : [];
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** The latest first. @throws DomainError `dialing-policy.not-found` */
  async versionsOf(name: string): Promise<DialingPolicyVersionView[]> {
    const builtIn = BUILT_IN.filter(({ policy }) => policy.id === name);
    const versions = [...builtIn, ...(await this.versions.all(name))];
    if (versions.length > 0) return showVersions(versions, this.today());
    throw new DomainError(
      DIALING_POLICY_ERRORS.notFound,
      `There is no dialing policy ${name}: GET /dialing-policies lists those there are.`,
      { name },
    );
  }

  /** The version set just now. */
  added(version: PolicyVersion): DialingPolicyVersionView {
    const [shown] = showVersions([version], this.today());
    if (!shown) throw new Error('a version was not shown');
    return shown;
  }

  private today() {
    return localDateAt(this.clock.now());
  }
}
