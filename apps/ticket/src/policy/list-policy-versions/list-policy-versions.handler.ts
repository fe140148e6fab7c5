import { Controller } from '@nestjs/common';
import {
  ListTicketPolicyVersions,
  type TicketPolicyName,
  TicketPolicyRequest,
  type TicketPolicyVersions,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { definitionOf } from '../policy-definitions';
import { PolicyDocuments, type PolicyVersion } from '../policy-documents.port';
import { toPolicyView } from '../policy-view';

@Controller()
export class ListPolicyVersionsHandler {
  constructor(private readonly documents: PolicyDocuments) {}

  @Handles(ListTicketPolicyVersions)
  async handle({ name }: TicketPolicyRequest): Promise<TicketPolicyVersions> {
    const versions = await this.documents.versions(name);
    return { items: [...versions, standard(name)].map(toPolicyView) };
  }
}

/** What holds before the first version that somebody set. */
function standard(name: TicketPolicyName): PolicyVersion {
  return {
    name,
    validFrom: new Date(0),
    document: { ...definitionOf(name).standardDocument },
    setBy: 'system:ticket',
  };
}
