import { Inject, Injectable } from '@nestjs/common';
import type { DocumentProblem } from '@switchyard/domain';
import { CLOCK, type Clock } from '../clock';
import { DomainError } from '../errors';
import type { PolicyDefinition, PolicyDefinitions } from './policy-definition';
import { PolicyDocuments, type PolicyVersion } from './policy-documents.port';

/** "From now on" takes a moment to arrive. */
const GRACE_MS = 60_000;
const SINCE_EVER = new Date(0);

export const POLICY_DEFINITIONS = Symbol('POLICY_DEFINITIONS');

/** The dated rules of a service: what holds, what held, and what is to hold. */
@Injectable()
export class PolicyBook {
  constructor(
    @Inject(POLICY_DEFINITIONS) private readonly definitions: PolicyDefinitions,
    private readonly documents: PolicyDocuments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What holds at an instant; what nobody has set is as the standard says. */
  async inForce(name: string, at: Date): Promise<object> {
    const { parse, standard } = this.definition(name);
    const version = await this.documents.inForce(name, at);
    const parsed = version ? parse(version.document) : { ok: true as const, value: standard };
    if (parsed.ok) return parsed.value;
    // Documents are checked before they are stored.
    throw new Error(`a stored ${name} policy is not valid: ${JSON.stringify(parsed.error)}`);
  }

  /** The latest date first, down to what the product comes with. */
  async versions<Name extends string>(name: Name): Promise<readonly PolicyVersion<Name>[]> {
    const document = { ...this.definition(name).standardDocument };
    const standard = { name, validFrom: SINCE_EVER, document, setBy: 'system:standard' };
    return [...(await this.documents.versions(name)), standard];
  }

  /**
   * Adds a version of a policy. What held until now is not rewritten, so that what was told can be explained.
   * @throws DomainError `policy.invalid`, `policy.in-past`, `policy.already-set`
   */
  async set<Name extends string>(version: PolicyVersion<Name>): Promise<PolicyVersion<Name>> {
    const parsed = this.definition(version.name).parse(version.document);
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

  private definition(name: string): PolicyDefinition<object> {
    const definition = this.definitions[name];
    if (!definition) throw new Error(`no policy is called ${name}`);
    return definition;
  }
}

function invalid(name: string, problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError('policy.invalid', `This is no ${name} policy: ${summary}.`, {
    fields: problems.map(({ path, problem }) => ({ field: `document.${path}`, problems: [problem] })),
  });
}
