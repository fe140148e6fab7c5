import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addDays, drawWeek, type LocalDate } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { AssignOpenItems } from './assign-open-items';
import { Samples } from './samples.port';

const DAY_MS = 86_400_000;

/** After a week: a call of everybody who had calls and of whom none was drawn (C26: at least one a week). Done once per week. */
@Injectable()
export class DrawWeek {
  constructor(
    private readonly samples: Samples,
    private readonly policies: Policies,
    private readonly assignment: AssignOpenItems,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(monday: LocalDate): Promise<void> {
    const now = this.clock.now();
    const policy = await this.policies.inForce('quality', now);
    const { hintFactor } = policy.sampling;
    const sunday = addDays(monday, 6);
    const seed = randomUUID();
    await this.work.inTransaction(async () => {
      const frame = await this.samples.frame(monday, sunday);
      const drawn = await this.samples.drawnOn(monday, sunday);
      const added = drawWeek(
        frame.map((call) => ({ ...call, hinted: call.hints.length > 0 })),
        new Set(drawn.map(({ staffNumber }) => staffNumber)),
        hintFactor,
        seed,
      );
      const byId = new Map(frame.map((call) => [call.recordingId, call]));
      const dueAt = new Date(now.getTime() + policy.evaluateWithinDays * DAY_MS);
      const items = added.flatMap(({ recordingId, ...why }) => {
        const call = byId.get(recordingId);
        return call ? [{ ...call, ...why, id: randomUUID(), dueAt }] : [];
      });
      if (await this.samples.addWeek({ monday, seed, hintFactor, at: now }, items))
        await this.assignment.execute(seed);
    });
  }
}
