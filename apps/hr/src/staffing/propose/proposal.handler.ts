import { Controller, Inject } from '@nestjs/common';
import {
  AdoptProposal,
  AdoptProposalRequest,
  CancelProposal,
  GetProposal,
  ListProposals,
  ListProposalsRequest,
  ListProposalUnmet,
  ListProposalUnmetRequest,
  type ProposalPage,
  ProposalReference,
  type ProposalUnmetPage,
  type ProposalView,
  ProposeRoster,
  ProposeRosterRequest,
  type RequestContext,
  type RosterView,
  STAFFING_ERRORS,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { pageAt } from '../../page-at';
import { toRosterView, toViolationView } from '../../roster/roster-views';
import { Proposals, type StoredProposal } from '../proposals.port';
import { AdoptProposalUseCase } from './adopt-proposal.use-case';
import { AskProposal } from './ask-proposal.use-case';
import { proposalNotFound } from './proposal-refusals';
import { toProposalView } from './proposal-view';

const STANDARD_SECONDS = 60;

@Controller()
export class ProposalHandler {
  constructor(
    private readonly ask: AskProposal,
    private readonly adopt: AdoptProposalUseCase,
    private readonly proposals: Proposals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ProposeRoster)
  async propose(request: ProposeRosterRequest, context: RequestContext): Promise<ProposalView> {
    const { rosterId, seed = rosterId, seconds = STANDARD_SECONDS, ...order } = request;
    return toProposalView(await this.ask.execute(rosterId, { ...order, seed, seconds }, context));
  }

  @Handles(GetProposal)
  async get({ proposalId }: ProposalReference): Promise<ProposalView> {
    return toProposalView(await this.found(proposalId));
  }

  @Handles(ListProposals)
  async list({ limit = 50, cursor, ...filter }: ListProposalsRequest): Promise<ProposalPage> {
    const page = await this.proposals.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toProposalView) };
  }

  @Handles(ListProposalUnmet)
  async unmet({
    proposalId,
    code,
    limit = 50,
    cursor,
  }: ListProposalUnmetRequest): Promise<ProposalUnmetPage> {
    const { result } = await this.found(proposalId);
    const wanted = (result?.unmet ?? []).filter((violation) => code === undefined || violation.code === code);
    const page = pageAt(wanted, limit, cursor);
    return { ...page, items: page.items.map(toViolationView) };
  }

  /** Its thread ends within seconds. @throws DomainError `roster-proposal.not-allowed-in-state` when it has ended */
  @Handles(CancelProposal)
  async cancel({ proposalId }: ProposalReference): Promise<ProposalView> {
    const { state } = await this.found(proposalId);
    if (await this.proposals.cancel(proposalId, this.clock.now())) return this.get({ proposalId });
    const message = `The proposal is ${state}; only one that is under way can be cancelled.`;
    throw new DomainError(STAFFING_ERRORS.proposalState, message, { state });
  }

  @Handles(AdoptProposal)
  async takeOver(
    { proposalId, revision }: AdoptProposalRequest,
    context: RequestContext,
  ): Promise<RosterView> {
    return toRosterView(await this.adopt.execute(proposalId, revision, context));
  }

  private async found(proposalId: string): Promise<StoredProposal> {
    const proposal = await this.proposals.find(proposalId);
    if (!proposal) throw proposalNotFound(proposalId);
    return proposal;
  }
}
