import { Controller, Inject } from '@nestjs/common';
import {
  COMMON_ERRORS,
  type KnownOutages,
  KnownOutagesRequest,
  ListKnownOutages,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Areas } from '../../area/areas.port';
import { Accounts } from '../../customer/accounts.port';
import { Outages } from '../outages.port';
import { isStillTold, toKnownOutage } from './known-outage';

const DAY_MS = 86_400_000;
const MOST = 20;

@Controller()
export class ListKnownOutagesHandler {
  constructor(
    private readonly outages: Outages,
    private readonly areas: Areas,
    private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListKnownOutages)
  async handle(request: KnownOutagesRequest): Promise<KnownOutages> {
    const areaCode = await this.areaOf(request);
    if (areaCode === undefined) return { outages: [] };
    const now = this.clock.now();
    const until = new Date(now.getTime() + (request.withinDays ?? 7) * DAY_MS);
    const [area, outages] = await Promise.all([
      this.areas.find(areaCode),
      this.outages.notOver(areaCode, until),
    ]);
    const told = outages.filter((outage) => isStillTold(outage, now));
    return { areaCode, outages: told.slice(0, MOST).map((outage) => toKnownOutage(outage, area, now)) };
  }

  private async areaOf({ areaCode, accountNo }: KnownOutagesRequest): Promise<string | undefined> {
    if (areaCode !== undefined) return areaCode;
    if (accountNo !== undefined) return (await this.accounts.find(accountNo))?.areaCode;
    throw new DomainError(COMMON_ERRORS.invalid, 'Give an account number or an area code.', {
      fields: [{ field: 'accountNo', problems: ['must be given when there is no areaCode'] }],
    });
  }
}
