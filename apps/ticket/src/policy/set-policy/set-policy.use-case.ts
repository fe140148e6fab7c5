import { Inject, Injectable } from '@nestjs/common';
import type { DocumentProblem } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { definitionOf } from '../policy-definitions';
import { PolicyDocuments, type PolicyVersion } from '../policy-documents.port';

/** "From now on" takes a moment to arrive. */
const GRACE_MS = 60_000;

/**
 * Adds a version of a policy. What held until now is not rewritten, so that what was told can be explained.
 * @throws DomainError `policy.invalid`, `policy.in-past`, `policy.already-set`
 */
@Injectable()
export class SetPolicy {
  constructor(
    private readonly documents: PolicyDocuments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(version: PolicyVersion): Promise<PolicyVersion> {
    const parsed = definitionOf(version.name).parse(version.document);
    if (!parsed.ok) throw invalid(version.name, parsed.error);
    const now = this.clock.now();
    if (version.validFrom.getTime() < now.getTime() - GRACE_MS) {
      throw new DomainError('policy.in-past', 'validFrom lies in the past; give now or a later time.', {
        field: 'validFrom',
        now: now.toISOString(),
      });
    }
    if (await this.documents.add(version, now)) return version;
    throw new DomainError(
      'policy.already-set',
      `A version of ${version.name} from this very time is there; give another time.`,
      { field: 'validFrom' },
    );
  }
}

function invalid(name: string, problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError('policy.invalid', `This is no ${name} policy: ${summary}.`, {
    fields: problems.map(({ path, problem }) => ({ field: `document.${path}`, problems: [problem] })),
  });
}
