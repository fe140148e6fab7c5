import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  SetTicketPolicy,
  SetTicketPolicyRequest,
  type TicketPolicyView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toPolicyView } from '../policy-view';
import { SetPolicy } from './set-policy.use-case';

@Controller()
export class SetPolicyHandler {
  constructor(private readonly setPolicy: SetPolicy) {}

  @Handles(SetTicketPolicy)
  async handle(request: SetTicketPolicyRequest, { actor }: RequestContext): Promise<TicketPolicyView> {
    const { name, document } = request;
    const validFrom = new Date(request.validFrom);
    return toPolicyView(await this.setPolicy.execute({ name, document, validFrom, setBy: actor.id }));
  }
}
