import { Controller } from '@nestjs/common';
import {
  type DialingPolicyVersions,
  ListDialingPolicyVersions,
  ListDialingPolicyVersionsRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ShownPolicies } from '../shown-policies';

@Controller()
export class ListDialingPolicyVersionsHandler {
  constructor(private readonly shown: ShownPolicies) {}

  @Handles(ListDialingPolicyVersions)
  async handle({ name }: ListDialingPolicyVersionsRequest): Promise<DialingPolicyVersions> {
    return { items: await this.shown.versionsOf(name) };
  }
}
