import { Controller, Inject } from '@nestjs/common';
import {
  ApproveBonusProposal,
  type ApproveBonusProposalRequest,
  type BonusLinePage,
  type BonusProposalPage,
  type BonusProposalView,
  DraftBonusProposal,
  type DraftBonusProposalRequest,
  ListBonusLines,
  type ListBonusLinesRequest,
  ListBonusProposals,
  type ListBonusProposalsRequest,
  PERFORMANCE_ERRORS,
  type RequestContext,
  RunBonusProposal,
  type RunBonusProposalRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { PerformanceSight } from '../sight';
import { type BonusProposal, BonusProposals } from './bonus-proposals.port';
import { DraftBonus } from './draft-bonus.use-case';

/** Drafted by the head, approved by the group, run by a named person (L369–370); Switchyard pays nobody (§22). */
@Controller()
export class BonusProposalsHandler {
  constructor(
    private readonly draftBonus: DraftBonus,
    private readonly proposals: BonusProposals,
    private readonly sight: PerformanceSight,
    private readonly staff: StaffDirectory,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(DraftBonusProposal)
  async draft(request: DraftBonusProposalRequest, context: RequestContext): Promise<BonusProposalView> {
    return toProposalView(await this.draftBonus.execute(request, context));
  }

  @Handles(ApproveBonusProposal)
  approve(
    { proposalId, note }: ApproveBonusProposalRequest,
    { actor }: RequestContext,
  ): Promise<BonusProposalView> {
    const at = this.clock.now();
    return this.work.inTransaction(async () => {
      const proposal = await this.locked(proposalId, 'draft');
      const { draftedBy, approvedBy, approvalsNeeded } = proposal;
      if (draftedBy === actor.id || approvedBy.includes(actor.id)) {
        throw new DomainError(
          PERFORMANCE_ERRORS.proposalApprover,
          draftedBy === actor.id ? 'You drafted it; others approve.' : 'You have approved it already.',
          { proposalId },
        );
      }
      await this.proposals.approve(proposalId, actor.id, at, note);
      if (approvedBy.length + 1 >= approvalsNeeded) await this.proposals.setApproved(proposalId);
      return this.view(proposalId);
    });
  }

  @Handles(RunBonusProposal)
  run(
    { proposalId, reference }: RunBonusProposalRequest,
    context: RequestContext,
  ): Promise<BonusProposalView> {
    const at = this.clock.now();
    return this.work.inTransaction(async () => {
      const { runBy } = await this.locked(proposalId, 'approved');
      if (!(await this.mayRun(runBy, context))) {
        throw new DomainError(PERFORMANCE_ERRORS.proposalRunner, `${runBy} is named to run it.`, { runBy });
      }
      await this.proposals.setRun(proposalId, at, reference);
      return this.view(proposalId);
    });
  }

  /** Who is named; a head or director in the place of somebody who has left meanwhile. */
  private async mayRun(runBy: string, { actor }: RequestContext): Promise<boolean> {
    const own = await this.sight.ofAccount(actor.id);
    if (own?.staffNumber === runBy) return true;
    const named = await this.staff.find(runBy);
    return named?.status === 'left' && (own?.roleKind === 'head' || own?.roleKind === 'director');
  }

  @Handles(ListBonusProposals)
  async list({ limit = 50, cursor }: ListBonusProposalsRequest): Promise<BonusProposalPage> {
    const page = await this.proposals.list(limit, cursor);
    return { ...page, items: page.items.map(toProposalView) };
  }

  @Handles(ListBonusLines)
  async lines({ proposalId, limit = 50, cursor }: ListBonusLinesRequest): Promise<BonusLinePage> {
    if (!(await this.proposals.find(proposalId))) throw notFound(proposalId);
    const page = await this.proposals.lines(proposalId, limit, cursor);
    return { ...page, items: [...page.items] };
  }

  private async locked(proposalId: string, state: 'draft' | 'approved'): Promise<BonusProposal> {
    const proposal = await this.proposals.lock(proposalId);
    if (!proposal) throw notFound(proposalId);
    if (proposal.state === state) return proposal;
    throw new DomainError(
      PERFORMANCE_ERRORS.proposalState,
      `The proposal is ${proposal.state}, not ${state}.`,
      {
        proposalId,
        state: proposal.state,
      },
    );
  }

  private async view(proposalId: string): Promise<BonusProposalView> {
    const proposal = await this.proposals.find(proposalId);
    if (!proposal) throw notFound(proposalId);
    return toProposalView(proposal);
  }
}

const notFound = (proposalId: string): DomainError =>
  new DomainError(PERFORMANCE_ERRORS.proposalNotFound, `There is no proposal ${proposalId}.`, { proposalId });

function toProposalView({ id, draftedAt, runAt, approvedBy, ...proposal }: BonusProposal): BonusProposalView {
  return {
    ...proposal,
    proposalId: id,
    approvedBy: [...approvedBy],
    draftedAt: draftedAt.toISOString(),
    ...(runAt && { runAt: runAt.toISOString() }),
  };
}
