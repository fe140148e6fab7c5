import { Injectable } from '@nestjs/common';
import { WORK_ORDER_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { KnownFacts } from './known-facts.port';

/** Whether the outage and the content category that a work order names are there. */
@Injectable()
export class AssertKnown {
  constructor(
    private readonly facts: KnownFacts,
    private readonly policies: Policies,
  ) {}

  /** @throws DomainError `work-order.fields-invalid` */
  async assert(
    { outageId, contentCategory }: { readonly outageId?: string; readonly contentCategory?: string },
    at: Date,
  ): Promise<void> {
    if (outageId !== undefined && !(await this.facts.hasOutage(outageId)))
      throw unknown('outageId', outageId, 'GET /outages lists them');
    if (contentCategory === undefined) return;
    const { categories } = await this.policies.routing(at);
    if (categories.some(({ code }) => code === contentCategory)) return;
    const codes = categories.map(({ code }) => code).join(', ');
    throw unknown('contentCategory', contentCategory, `one of ${codes}`);
  }
}

function unknown(field: string, value: string, remedy: string): DomainError {
  return new DomainError(WORK_ORDER_ERRORS.fieldsInvalid, `There is no ${field} ${value}: ${remedy}.`, {
    fields: [{ field, problems: ['is not known'] }],
  });
}
