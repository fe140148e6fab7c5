import { Controller } from '@nestjs/common';
import {
  type AffectedAccountPage,
  ListAffectedAccounts,
  ListAffectedAccountsRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { outageNotFound } from '../../outage-errors';
import { Outages } from '../../outages.port';
import { AffectedAccounts } from './affected-accounts.port';

@Controller()
export class ListAffectedAccountsHandler {
  constructor(
    private readonly outages: Outages,
    private readonly accounts: AffectedAccounts,
  ) {}

  @Handles(ListAffectedAccounts)
  async handle(request: ListAffectedAccountsRequest): Promise<AffectedAccountPage> {
    const { outageId, important, limit = 50, cursor } = request;
    const outage = await this.outages.find(outageId);
    if (!outage) throw outageNotFound(outageId);
    const page = await this.accounts.list(outage.areaCodes, important, limit, cursor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }
}
