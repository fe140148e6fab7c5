import { Inject, Injectable } from '@nestjs/common';
import { DIALING_POLICY_ERRORS } from '@switchyard/contracts';
import { type DocumentProblem, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { type PolicyVersion, PolicyVersions } from '../policy-versions.port';
import type { VersionToRead } from '../read-version';
import { ReadVersion } from '../read-version.use-case';

/**
 * Adds a version of a policy. The dialer of every process finds it within seconds, and reconsiders what is not yet
 * dialled (T2.7). What was set before is not rewritten, so that what was done by it can be explained.
 * @throws DomainError `dialing-policy.invalid`, `dialing-policy.in-past`
 */
@Injectable()
export class SetDialingPolicy {
  constructor(
    private readonly versions: PolicyVersions,
    private readonly readVersion: ReadVersion,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(version: VersionToRead, setBy: string): Promise<PolicyVersion> {
    const setAt = this.clock.now();
    const today = localDateAt(setAt);
    if (version.validFrom < today) {
      throw new DomainError(
        DIALING_POLICY_ERRORS.inPast,
        `validFrom is ${version.validFrom}: give ${today} (today in China) or a later day.`,
        { field: 'validFrom', today },
      );
    }
    const read = await this.readVersion.execute(version);
    if (!read.ok) throw invalid(version.name, read.error);
    const added = { policy: read.value, setBy, setAt };
    await this.versions.add(added);
    return added;
  }
}

function invalid(name: string, problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError(DIALING_POLICY_ERRORS.invalid, `This is no dialing policy ${name}: ${summary}.`, {
    fields: problems.map(({ path, problem }) => ({ field: `document.${path}`, problems: [problem] })),
  });
}
