import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext, StaffProposalText } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { CentreCalendar } from '../common/centre-calendar';
import { Members } from '../common/members';
import { type NewProposal, type Proposal, StaffProposals } from './proposals.port';

/** A member of staff proposes something (L399); it is to be judged within the working days of the policy. */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly proposals: StaffProposals,
    private readonly members: Members,
    private readonly calendar: CentreCalendar,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `workplace.not-staff` */
  async execute({ title, text }: StaffProposalText, context: RequestContext): Promise<Proposal> {
    const { staffNumber } = await this.members.acting(context);
    const submittedAt = this.clock.now();
    const { judgeWorkingDays } = (await this.policies.inForce('workplace', submittedAt)).proposals;
    const dueOn = await this.calendar.after(localDateAt(submittedAt), judgeWorkingDays);
    const proposal: NewProposal = { id: randomUUID(), staffNumber, title, text, submittedAt, dueOn };
    await this.proposals.add(proposal);
    return { ...proposal, state: 'submitted' };
  }
}
