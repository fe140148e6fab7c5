import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_CLOCK_ERRORS } from '@switchyard/contracts';
import { type ClockPolicy, type DocumentProblem, parseClockPolicy } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { ClockPolicies, type SetPolicyVersion } from '../clock-policies.port';

/** "From now on" takes a moment to arrive. */
const GRACE_MS = 60_000;

export interface SetClockPolicyCommand {
  readonly policyId: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly validFrom: Date;
  readonly reason: string;
  readonly setBy: string;
}

/**
 * Adds a version of a time limit. It never holds from before now: a clock keeps the version under which it started.
 * @throws DomainError `service-clock-policy.invalid`, `.in-past`, `.already-set`
 */
@Injectable()
export class SetClockPolicyUseCase {
  constructor(
    private readonly policies: ClockPolicies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({
    policyId,
    document,
    reason,
    setBy,
    ...given
  }: SetClockPolicyCommand): Promise<SetPolicyVersion> {
    const policy = checked(policyId, document);
    const now = this.clock.now();
    if (given.validFrom.getTime() < now.getTime() - GRACE_MS) {
      throw new DomainError(
        SERVICE_CLOCK_ERRORS.policyInPast,
        'validFrom lies in the past; give now or a later time.',
        { field: 'validFrom', now: now.toISOString() },
      );
    }
    const validFrom = given.validFrom < now ? now : given.validFrom;
    const added = await this.policies.add({ policy, validFrom, reason, setBy }, now);
    if (added) return added;
    throw new DomainError(
      SERVICE_CLOCK_ERRORS.policyAlreadySet,
      `A version of ${policyId} from this very time is there; give another time.`,
      { field: 'validFrom' },
    );
  }
}

function checked(policyId: string, document: Readonly<Record<string, unknown>>): ClockPolicy {
  const parsed = parseClockPolicy(document);
  if (!parsed.ok) throw invalid(policyId, parsed.error);
  if (parsed.value.id === policyId) return parsed.value;
  throw invalid(policyId, [{ path: 'id', problem: `must be ${policyId}, as in the address` }]);
}

function invalid(policyId: string, problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError(
    SERVICE_CLOCK_ERRORS.policyInvalid,
    `This is no time limit ${policyId}: ${summary}.`,
    {
      fields: problems.map(({ path, problem }) => ({ field: `document.${path}`, problems: [problem] })),
    },
  );
}
