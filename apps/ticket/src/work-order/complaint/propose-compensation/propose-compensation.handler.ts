import { Controller } from '@nestjs/common';
import {
  ProposeCompensation,
  ProposeCompensationRequest,
  type RequestContext,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { compensationOf, type ProposalProblem, proposalOf } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { Policies } from '../../../policy/policies';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { WorkOrderJournal } from '../../work-order-journal';

const WHY: Readonly<Record<ProposalProblem, string>> = {
  'scheme-unknown': 'there is no such scheme; GET /policies/complaint-programme/versions lists them',
  'scheme-not-offered': 'the scheme is not offered for complaints of this content',
  'too-much': 'the scheme does not grant so much',
  'already-pending': 'another compensation is proposed or approved; refuse or pay that one first',
};

@Controller()
export class ProposeCompensationHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly policies: Policies,
    private readonly journal: WorkOrderJournal,
  ) {}

  @Handles(ProposeCompensation)
  handle(request: ProposeCompensationRequest, context: RequestContext): Promise<WorkOrderView> {
    const { scheme, amountFen, reason } = request;
    return this.act.execute(
      request,
      async ({ number, contentCategory }, now) => {
        const programme = await this.policies.complaints(now);
        const { status } = compensationOf(await this.journal.history(number));
        const wanted = { scheme, amountFen, by: context.actor.id };
        const proposal = proposalOf(programme, contentCategory, wanted, status);
        if (!proposal.ok)
          throw new DomainError(
            WORK_ORDER_ERRORS.compensationRefused,
            `Compensation by ${scheme}: ${WHY[proposal.problem]}.`,
            { field: proposal.problem === 'too-much' ? 'amountFen' : 'scheme', problem: proposal.problem },
          );
        const { withinAuthority } = proposal;
        return {
          events: [{ type: 'compensation-proposed', data: { amountFen, scheme, reason, withinAuthority } }],
        };
      },
      context,
    );
  }
}
