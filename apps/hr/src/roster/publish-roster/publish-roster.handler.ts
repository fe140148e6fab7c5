import { Controller, Inject } from '@nestjs/common';
import {
  PublishRoster,
  PublishRosterRequest,
  type RequestContext,
  ROSTER_ERRORS,
  type RosterView,
} from '@switchyard/contracts';
import { checkRoster, type Violation } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { RosterFactsReader } from '../roster-facts-reader';
import { assertNothingHard, assertRevision, assertState, rosterNotFound } from '../roster-refusals';
import { toRosterView } from '../roster-views';
import { type Roster, Rosters } from '../rosters.port';

/** The head publishes what the shift leader drafted (C28): nothing hard is left, and what is soft has its reason. */
@Controller()
export class PublishRosterHandler {
  constructor(
    private readonly rosters: Rosters,
    private readonly facts: RosterFactsReader,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `roster.violated`, `roster.reason-needed`, `roster.version-conflict`, `roster-entry.overlap` … */
  @Handles(PublishRoster)
  async handle(request: PublishRosterRequest, { actor }: RequestContext): Promise<RosterView> {
    return this.work.inTransaction(async () => {
      const roster = await this.rosters.lock(request.rosterId);
      if (!roster) throw rosterNotFound(request.rosterId);
      assertState(roster, 'draft');
      assertRevision(roster, request.revision);
      return toRosterView(await this.publish(roster, request.reason, actor.id));
    });
  }

  private async publish(roster: Roster, reason: string | undefined, by: string): Promise<Roster> {
    const entries = await this.rosters.entriesOf(roster.id);
    const violations = checkRoster(await this.facts.read(roster, entries));
    assertNothingHard(violations);
    assertReason(violations, reason);
    const madeAt = this.clock.now();
    await this.rosters.publish(roster.id, by, madeAt);
    await this.rosters.addVersion(roster.id, {
      version: roster.version + 1,
      madeAt,
      madeBy: by,
      shifts: entries.length,
      violations,
      ...(reason !== undefined && { reason }),
    });
    return (await this.rosters.find(roster.id)) ?? roster;
  }
}

function assertReason(violations: readonly Violation[], reason: string | undefined): void {
  const [first] = violations;
  if (!first || reason !== undefined) return;
  throw new DomainError(
    ROSTER_ERRORS.reasonNeeded,
    `${violations.length} soft violations are left, the first: ${first.textEn}. Give the reason for publishing nevertheless.`,
    { field: 'reason', count: violations.length },
  );
}
