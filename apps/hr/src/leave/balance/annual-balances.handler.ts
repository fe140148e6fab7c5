import { Controller, Inject } from '@nestjs/common';
import {
  type AnnualBalancePage,
  type AnnualBalanceView,
  ListAnnualBalances,
  ListAnnualBalancesRequest,
  type RequestContext,
  SetAnnualEntitlement,
  SetAnnualEntitlementRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { MonthPeople } from '../../attendance/month-people.port';
import { People } from '../../attendance/people/people';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { AnnualAccounts } from './annual-accounts.port';
import { AnnualBalances } from './annual-balances';

@Controller()
export class AnnualBalancesHandler {
  constructor(
    private readonly people: People,
    private readonly balances: AnnualBalances,
    private readonly accounts: AnnualAccounts,
    private readonly staff: StaffDirectory,
    private readonly employed: MonthPeople,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListAnnualBalances)
  async list(
    { year, limit = 50, cursor, ...asked }: ListAnnualBalancesRequest,
    context: RequestContext,
  ): Promise<AnnualBalancePage> {
    const filter = await this.people.filterOf(asked, context);
    const page = await this.employed.list(`${year}-12`, filter, limit, cursor);
    const members = await this.staff.list({ staffNumbers: page.items.map(({ staffNumber }) => staffNumber) });
    const balanceOf = await this.balances.of(members);
    const items = members.map((member) => ({
      staffNumber: member.staffNumber,
      name: member.name,
      ...balanceOf(member, year),
    }));
    return { ...page, items };
  }

  @Handles(SetAnnualEntitlement)
  async set(request: SetAnnualEntitlementRequest, context: RequestContext): Promise<AnnualBalanceView> {
    const member = await this.people.another(request.staffNumber, context);
    await this.accounts.setEntitlement(request, this.clock.now(), context.actor.id);
    const balanceOf = await this.balances.of([member]);
    return { staffNumber: member.staffNumber, name: member.name, ...balanceOf(member, request.year) };
  }
}
