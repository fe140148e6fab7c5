import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  SetTicketPolicy,
  SetTicketPolicyRequest,
  type TicketPolicyView,
} from '@switchyard/contracts';
import { Handles, PolicyBook } from '@switchyard/platform';
import { toPolicyView } from '../policy-view';

@Controller()
export class SetPolicyHandler {
  constructor(private readonly policies: PolicyBook) {}

  @Handles(SetTicketPolicy)
  async handle(request: SetTicketPolicyRequest, { actor }: RequestContext): Promise<TicketPolicyView> {
    const { name, document } = request;
    const validFrom = new Date(request.validFrom);
    return toPolicyView(await this.policies.set({ name, document, validFrom, setBy: actor.id }));
  }
}
