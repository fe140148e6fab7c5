import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type UseOfCall, UsesOfCalls } from '../call-uses/call-uses.port';

@Injectable()
export class PgCallUses extends UsesOfCalls {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  /** As index work_order_of_call has it. A work order that was closed before closing had a time counts from its opening. */
  of(callIds: readonly string[]): Promise<readonly UseOfCall[]> {
    return this.work.query<UseOfCall>(
      `select split_part(reference, ':', 2) as "callId", kind,
         case when status = 'closed' then coalesce(closed_at, opened_at) end as "closedAt"
       from work_order where reference like 'call:%' and split_part(reference, ':', 2) = any ($1::text[])
       order by number`,
      [callIds],
    );
  }
}
