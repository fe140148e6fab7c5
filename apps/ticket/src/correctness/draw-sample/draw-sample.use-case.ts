import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CORRECTNESS_ERRORS, type RequestContext } from '@switchyard/contracts';
import { type AuditedSubject, drawSample, sampleSize } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { type AuditedWork, CorrectnessSamples, type Period, type Sample } from '../correctness-samples.port';

export interface DrawSampleCommand extends Period {
  readonly subject: AuditedSubject;
  readonly seed?: string;
}

/**
 * Draws what a second person is to judge (art. 23(8)(9)), once per subject and period, by the policy in force.
 * @throws DomainError `correctness-sample.bad-period`, `correctness-sample.already-drawn`
 */
@Injectable()
export class DrawSample {
  constructor(
    private readonly samples: CorrectnessSamples,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: DrawSampleCommand, context: RequestContext): Promise<Sample> {
    const { subject, from, before } = command;
    const now = this.clock.now();
    assertEnded(command, now);
    const seed = command.seed ?? `${subject} ${from.toISOString()} ${before.toISOString()}`;
    const policy = await this.policies.correctness(now);
    return this.work.inTransaction(async () => {
      const population = new Map(
        (await this.samples.workOf(subject, command)).map((work) => [keyOf(work), work]),
      );
      const size = sampleSize(population.size, subject, policy);
      const drawn = drawSample([...population.keys()], size, seed).flatMap(
        (key) => population.get(key) ?? [],
      );
      const sample = { id: randomUUID(), subject, from, before, seed, population: population.size };
      const added = await this.samples.add({ ...sample, drawnAt: now, drawnBy: context.actor.id }, drawn);
      const known = await this.samples.of(subject, command);
      if (!known) throw new Error(`the sample of ${subject} is neither new nor known`);
      if (added || command.seed === undefined || known.seed === seed) return known;
      throw new DomainError(
        CORRECTNESS_ERRORS.alreadyDrawn,
        'A sample of this period was drawn with another seed; it stays as it is.',
        { field: 'seed', sampleId: known.id },
      );
    });
  }
}

const keyOf = ({ work, areaCode }: AuditedWork): string => `${work} ${areaCode ?? ''}`;

function assertEnded({ from, before }: Period, now: Date): void {
  if (from < before && before <= now) return;
  throw new DomainError(
    CORRECTNESS_ERRORS.badPeriod,
    from < before
      ? 'The period has not ended yet: what is still to come could not be drawn. Give an earlier end.'
      : 'The period ends before it starts.',
    { field: 'before', now: now.toISOString() },
  );
}
