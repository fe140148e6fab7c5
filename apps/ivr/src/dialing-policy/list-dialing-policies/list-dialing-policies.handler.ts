import { Controller } from '@nestjs/common';
import { type DialingPolicyList, ListDialingPolicies } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ShownPolicies } from '../shown-policies';

@Controller()
export class ListDialingPoliciesHandler {
  constructor(private readonly shown: ShownPolicies) {}

  @Handles(ListDialingPolicies)
  async handle(): Promise<DialingPolicyList> {
    return { items: await this.shown.list() };
  }
}
