import { Inject, Injectable } from '@nestjs/common';
import { WORK_ORDER_KIND_ERRORS } from '@switchyard/contracts';
import {
  type DocumentProblem,
  parseKindDefinition,
  type WorkOrderKind,
  type WorkOrderKindDefinition,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { problemOfSchema } from '../check-fields';
import { type KindVersion, KindVersions } from '../kind-versions.port';

/** "From now on" takes a moment to arrive. */
const GRACE_MS = 60_000;

export interface SetKindCommand {
  readonly kind: WorkOrderKind;
  readonly validFrom: Date;
  readonly definition: Readonly<Record<string, unknown>>;
  readonly setBy: string;
}

/**
 * Adds a version of a kind for work orders to come; those that are open keep theirs.
 * @throws DomainError `work-order-kind.invalid`, `work-order-kind.in-past`, `work-order-kind.already-set`
 */
@Injectable()
export class SetKind {
  constructor(
    private readonly versions: KindVersions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ kind, validFrom, definition, setBy }: SetKindCommand): Promise<KindVersion> {
    const parsed = read(kind, definition);
    const now = this.clock.now();
    if (validFrom.getTime() < now.getTime() - GRACE_MS) {
      throw new DomainError(
        WORK_ORDER_KIND_ERRORS.inPast,
        'validFrom lies in the past; give now or a later time.',
        { field: 'validFrom', now: now.toISOString() },
      );
    }
    const added = await this.versions.add({ kind, validFrom, definition: parsed, setBy }, now);
    if (added) return added;
    throw new DomainError(
      WORK_ORDER_KIND_ERRORS.alreadySet,
      `A version of ${kind} from this very time is there; give another time.`,
      { field: 'validFrom' },
    );
  }
}

function read(kind: WorkOrderKind, document: Readonly<Record<string, unknown>>): WorkOrderKindDefinition {
  const parsed = parseKindDefinition(kind, document);
  if (!parsed.ok) throw invalid(kind, parsed.error);
  const problem = problemOfSchema(parsed.value.fields);
  if (problem !== undefined)
    throw invalid(kind, [{ path: 'fields', problem: `is no JSON Schema: ${problem}` }]);
  return parsed.value;
}

function invalid(kind: string, problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError(WORK_ORDER_KIND_ERRORS.invalid, `This does not define ${kind}: ${summary}.`, {
    fields: problems.map(({ path, problem }) => ({ field: `definition.${path}`, problems: [problem] })),
  });
}
