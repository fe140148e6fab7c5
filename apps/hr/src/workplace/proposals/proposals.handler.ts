import { Controller, Inject } from '@nestjs/common';
import {
  JudgeStaffProposal,
  JudgeStaffProposalRequest,
  ListOwnStaffProposals,
  ListStaffProposals,
  ListStaffProposalsRequest,
  OwnStaffProposalsRequest,
  type RequestContext,
  type StaffProposalPage,
  StaffProposalReference,
  StaffProposalText,
  type StaffProposalView,
  SubmitStaffProposal,
  WithdrawStaffProposal,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { JudgeProposal } from './judge-proposal';
import { toProposalView } from './proposal-view';
import { StaffProposals } from './proposals.port';
import { SubmitProposal } from './submit-proposal';

@Controller()
export class ProposalsHandler {
  constructor(
    private readonly proposals: StaffProposals,
    private readonly submitting: SubmitProposal,
    private readonly judging: JudgeProposal,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SubmitStaffProposal)
  async submit(request: StaffProposalText, context: RequestContext): Promise<StaffProposalView> {
    return toProposalView(await this.submitting.execute(request, context));
  }

  @Handles(JudgeStaffProposal)
  async judge(request: JudgeStaffProposalRequest, context: RequestContext): Promise<StaffProposalView> {
    return toProposalView(await this.judging.judge(request, context));
  }

  @Handles(WithdrawStaffProposal)
  async withdraw(
    { proposalId }: StaffProposalReference,
    context: RequestContext,
  ): Promise<StaffProposalView> {
    return toProposalView(await this.judging.withdraw(proposalId, context));
  }

  @Handles(ListStaffProposals)
  async list({ limit, cursor, order, ...filter }: ListStaffProposalsRequest): Promise<StaffProposalPage> {
    const today = localDateAt(this.clock.now());
    const page = await this.proposals.list(filter, today, { limit, cursor, order });
    return { ...page, items: page.items.map(toProposalView) };
  }

  @Handles(ListOwnStaffProposals)
  async own(
    { limit, cursor, order, state }: OwnStaffProposalsRequest,
    context: RequestContext,
  ): Promise<StaffProposalPage> {
    const { staffNumber } = await this.members.acting(context);
    const filter = { staffNumber, ...(state && { state }) };
    const today = localDateAt(this.clock.now());
    const page = await this.proposals.list(filter, today, { limit, cursor, order });
    return { ...page, items: page.items.map(toProposalView) };
  }
}
