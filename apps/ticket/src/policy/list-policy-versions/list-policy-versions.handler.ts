import { Controller } from '@nestjs/common';
import {
  ListTicketPolicyVersions,
  TicketPolicyRequest,
  type TicketPolicyVersions,
} from '@switchyard/contracts';
import { Handles, PolicyBook } from '@switchyard/platform';
import { toPolicyView } from '../policy-view';

@Controller()
export class ListPolicyVersionsHandler {
  constructor(private readonly policies: PolicyBook) {}

  @Handles(ListTicketPolicyVersions)
  async handle({ name }: TicketPolicyRequest): Promise<TicketPolicyVersions> {
    return { items: (await this.policies.versions(name)).map(toPolicyView) };
  }
}
