import { Inject, Injectable } from '@nestjs/common';
import {
  type DraftBonusProposalRequest,
  PERFORMANCE_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { type BonusProposal, BonusProposals } from './bonus-proposals.port';

/**
 * Draws up the bonus of a month from its final scores (L369–371), for the group to approve.
 * @throws DomainError `bonus-proposal.scores-not-final`, `bonus-proposal.not-allowed-in-state`, `staff.not-found`,
 *   `monthly-score.not-found`
 */
@Injectable()
export class DraftBonus {
  constructor(
    private readonly proposals: BonusProposals,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    { month, runBy }: DraftBonusProposalRequest,
    context: RequestContext,
  ): Promise<BonusProposal> {
    const at = this.clock.now();
    const runner = await this.staff.find(runBy);
    if (!runner || runner.status === 'left') {
      throw new DomainError(
        PERFORMANCE_ERRORS.staffNotFound,
        `Nobody who works here has the number ${runBy}.`,
        {
          field: 'runBy',
        },
      );
    }
    const { approvals } = await this.policies.inForce('performance-procedure', at);
    return this.work.inTransaction(async () => {
      await this.proposals.lockMonth(month);
      await this.assertDraftable(month);
      const draft = { month, runBy, approvalsNeeded: approvals, by: context.actor.id, at };
      const drafted = await this.proposals.find(await this.proposals.draft(draft));
      if (!drafted) throw new Error(`the proposal of ${month} is not there`);
      return drafted;
    });
  }

  private async assertDraftable(month: string): Promise<void> {
    const there = await this.proposals.ofMonth(month);
    if (there && there.state !== 'draft') {
      throw new DomainError(
        PERFORMANCE_ERRORS.proposalState,
        `The proposal of ${month} is ${there.state}; it stays.`,
        {
          proposalId: there.id,
          state: there.state,
        },
      );
    }
    const { scores, open } = await this.proposals.scoresOf(month);
    if (scores === 0) {
      throw new DomainError(
        PERFORMANCE_ERRORS.scoreNotFound,
        `${month} has no scores yet; have them reckoned.`,
        {
          field: 'month',
        },
      );
    }
    if (open > 0) {
      throw new DomainError(
        PERFORMANCE_ERRORS.proposalOpen,
        `${open} of ${scores} scores of ${month} are not final; publish them and wait for the time to appeal to be over.`,
        { month, scores, open },
      );
    }
  }
}
