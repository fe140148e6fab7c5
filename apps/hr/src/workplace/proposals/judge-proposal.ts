import { Inject, Injectable } from '@nestjs/common';
import {
  type JudgeStaffProposalRequest,
  type RequestContext,
  STAFF_PROPOSAL_ERRORS,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { Reminders } from '../reminders.port';
import { type Judged, type Proposal, StaffProposals } from './proposals.port';

/** A proposal is adopted or declined with a reason, by somebody else than who made it, or taken back by who made it. Once. */
@Injectable()
export class JudgeProposal {
  constructor(
    private readonly proposals: StaffProposals,
    private readonly members: Members,
    private readonly reminders: Reminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `staff-proposal.not-found`, `staff-proposal.own`, `staff-proposal.already-judged` */
  async judge(request: JudgeStaffProposalRequest, context: RequestContext): Promise<Proposal> {
    const { proposalId, adopt, reason } = request;
    const judgedBy = await this.members.nameOf(context);
    return this.settle(proposalId, adopt ? 'adopted' : 'declined', judgedBy, reason, (proposal) => {
      if (proposal.staffNumber !== judgedBy) return;
      throw new DomainError(STAFF_PROPOSAL_ERRORS.own, 'Somebody else judges what you proposed.', {
        proposalId,
      });
    });
  }

  /** @throws DomainError `staff-proposal.not-found`, `staff-proposal.already-judged`, `workplace.not-staff` */
  async withdraw(proposalId: string, context: RequestContext): Promise<Proposal> {
    const { staffNumber } = await this.members.acting(context);
    return this.settle(proposalId, 'withdrawn', staffNumber, undefined, (proposal) => {
      if (proposal.staffNumber !== staffNumber) throw notFound(proposalId);
    });
  }

  private settle(
    id: string,
    state: Judged['state'],
    judgedBy: string,
    judgement: string | undefined,
    check: (proposal: Proposal) => void,
  ): Promise<Proposal> {
    return this.work.inTransaction(async () => {
      const proposal = await this.proposals.lock(id);
      if (!proposal) throw notFound(id);
      check(proposal);
      if (proposal.state !== 'submitted') {
        throw new DomainError(STAFF_PROPOSAL_ERRORS.alreadyJudged, `The proposal is ${proposal.state}.`, {
          proposalId: id,
          state: proposal.state,
        });
      }
      const judgedAt = this.clock.now();
      const judged: Judged = {
        state,
        judgedAt,
        judgedOn: localDateAt(judgedAt),
        judgedBy,
        ...(judgement !== undefined && { judgement }),
      };
      await this.proposals.judge(id, judged);
      if (state !== 'withdrawn') await this.reminders.add([tellingOf(proposal, state)], judgedAt);
      return { ...proposal, ...judged };
    });
  }
}

const tellingOf = ({ id, staffNumber, title }: Proposal, state: 'adopted' | 'declined') => ({
  staffNumber,
  kind: 'proposal-judged',
  titleZh: `您的建议“${title}”${state === 'adopted' ? '已采纳' : '未采纳'}`,
  titleEn: `Your proposal "${title}" was ${state}`,
  link: '/me/proposals',
  onceKey: `proposal-judged ${id}`,
});

const notFound = (proposalId: string): DomainError =>
  new DomainError(STAFF_PROPOSAL_ERRORS.notFound, `There is no proposal ${proposalId}.`, { proposalId });
