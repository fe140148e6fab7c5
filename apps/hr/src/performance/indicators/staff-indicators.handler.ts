import { Controller } from '@nestjs/common';
import {
  GetOwnIndicators,
  type GetOwnIndicatorsRequest,
  ListStaffIndicators,
  type ListStaffIndicatorsRequest,
  type RequestContext,
  type StaffIndicatorsPage,
  type StaffIndicatorsView,
} from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { monthSpan } from '../months';
import { PerformanceSight } from '../sight';
import { toIndicatorsView } from './indicator-views';
import { MonthIndicators } from './month-indicators';

@Controller()
export class StaffIndicatorsHandler {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly sight: PerformanceSight,
    private readonly indicators: MonthIndicators,
  ) {}

  @Handles(ListStaffIndicators)
  async list(
    { month, staffNumber, groupCode, limit = 50, cursor }: ListStaffIndicatorsRequest,
    context: RequestContext,
  ): Promise<StaffIndicatorsPage> {
    if (staffNumber !== undefined) await this.sight.member(staffNumber, context);
    const groups = await this.sight.groupsOf(context);
    const { firstDay, lastDay } = monthSpan(month);
    const [after = ''] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const people = await this.staff.list({
      workedBetween: { from: firstDay, to: lastDay },
      ...(staffNumber !== undefined && { staffNumbers: [staffNumber] }),
      ...(groupCode !== undefined && { groupCode }),
    });
    const seen = people
      .filter((person) => person.staffNumber > after && (groups?.includes(person.groupCode ?? '') ?? true))
      .slice(0, limit + 1);
    const page = pageOf(seen, limit, (person) => [person.staffNumber]);
    const indicators = await this.indicators.of(page.items, month);
    return {
      ...page,
      items: page.items.map((person) =>
        toIndicatorsView(person, month, indicators.get(person.staffNumber) ?? []),
      ),
    };
  }

  @Handles(GetOwnIndicators)
  async own({ month }: GetOwnIndicatorsRequest, context: RequestContext): Promise<StaffIndicatorsView> {
    const own = await this.sight.own(context);
    const indicators = await this.indicators.of([own], month);
    return toIndicatorsView(own, month, indicators.get(own.staffNumber) ?? []);
  }
}
