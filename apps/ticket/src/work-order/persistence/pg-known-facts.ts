import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { KnownFacts } from '../open-work-order/known-facts.port';

@Injectable()
export class PgKnownFacts extends KnownFacts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async hasOutage(outageId: string): Promise<boolean> {
    return (await this.work.query('select from outage where id = $1', [outageId])).length > 0;
  }
}
