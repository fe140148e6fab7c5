import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, ROSTER_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { type RosterChange, RosterChanges } from '../changes.port';
import { OwnStaff } from '../own-staff';
import { assertState, rosterNotFound } from '../roster-refusals';
import { Rosters } from '../rosters.port';
import { ApplyChange } from './apply-change';

/**
 * Consents to a change of a published roster, or refuses it, oneself (§8). The last consent applies it; one refusal ends it.
 * @throws DomainError `roster-change.not-found`, `roster-change.already-settled`, `roster-change.not-asked`, `roster.violated`
 * when the rules would be broken meanwhile: the consent is not taken then
 */
@Injectable()
export class AnswerChangeUseCase {
  constructor(
    private readonly rosters: Rosters,
    private readonly changes: RosterChanges,
    private readonly apply: ApplyChange,
    private readonly own: OwnStaff,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    changeId: string,
    answer: 'given' | 'refused',
    context: RequestContext,
  ): Promise<RosterChange> {
    const { staffNumber } = await this.own.of(context);
    return this.settling(changeId, async (change) => {
      const own = change.consents.find((consent) => consent.staffNumber === staffNumber);
      if (!own) {
        throw new DomainError(ROSTER_ERRORS.notAsked, 'This change does not ask you for your consent.', {
          changeId,
        });
      }
      await this.changes.answer(
        changeId,
        { staffNumber, answer, answeredAt: this.clock.now() },
        context.actor.id,
      );
      if (answer === 'refused') return this.settle(change, 'refused');
      const open = change.consents.filter((consent) => consent !== own && consent.answer !== 'given');
      if (open.length === 0) await this.applyNow(change);
    });
  }

  withdraw(changeId: string): Promise<RosterChange> {
    return this.settling(changeId, (change) => this.settle(change, 'withdrawn'));
  }

  private settling(changeId: string, work: (change: RosterChange) => Promise<void>): Promise<RosterChange> {
    return this.work.inTransaction(async () => {
      // In the order in which changes are made: the roster first.
      const known = await this.changes.find(changeId);
      if (known) await this.rosters.lock(known.rosterId);
      const change = await this.changes.lock(changeId);
      if (!change) {
        throw new DomainError(ROSTER_ERRORS.changeNotFound, `There is no change ${changeId}.`, {
          field: 'changeId',
        });
      }
      if (change.state !== 'awaiting-consent') {
        throw new DomainError(ROSTER_ERRORS.changeSettled, `The change is ${change.state} already.`, {
          state: change.state,
        });
      }
      await work(change);
      return (await this.changes.find(changeId)) ?? change;
    });
  }

  private async applyNow(change: RosterChange): Promise<void> {
    const roster = await this.rosters.find(change.rosterId);
    if (!roster) throw rosterNotFound(change.rosterId);
    assertState(roster, 'published');
    const effect = await this.apply.effectOf(roster, change.cells);
    await this.apply.apply(roster, change, effect, change.askedBy);
    await this.changes.settle(change.id, 'applied', effect.violations, this.clock.now());
  }

  private settle(change: RosterChange, state: 'refused' | 'withdrawn'): Promise<void> {
    return this.changes.settle(change.id, state, change.violations, this.clock.now());
  }
}
