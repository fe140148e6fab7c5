import { Injectable } from '@nestjs/common';
import type { HrPolicyName } from '@switchyard/contracts';
import { PolicyBook } from '@switchyard/platform';
import type { PolicyOf } from './policy-definitions';

/** The policies in force; what nobody has set is as the standard says. */
@Injectable()
export class Policies {
  constructor(private readonly book: PolicyBook) {}

  async inForce<Name extends HrPolicyName>(name: Name, at: Date): Promise<PolicyOf<Name>> {
    return (await this.book.inForce(name, at)) as PolicyOf<Name>;
  }
}
