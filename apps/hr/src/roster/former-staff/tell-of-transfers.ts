import { Inject, Injectable } from '@nestjs/common';
import { addDays, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Rosters } from '../rosters.port';
import { FormerStaffShifts, type TransferredShifts } from './former-staff-shifts.port';
import { daysInWords, TellPlanners } from './tell-planners';

const DAYS_BACK = 7;

/**
 * Shifts of somebody who went to another department stay binding (§8: changes need consent), but whoever plans the roster
 * is told once, to change it or to leave it so.
 */
@Injectable()
export class TellOfTransfers {
  constructor(
    private readonly former: FormerStaffShifts,
    private readonly rosters: Rosters,
    private readonly planners: TellPlanners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const today = localDateAt(this.clock.now());
    for (const moved of await this.former.transferred(addDays(today, -DAYS_BACK), today))
      await this.tell(moved);
  }

  private async tell({
    rosterId,
    staffNumber,
    name,
    departmentCode,
    leftOn,
    days,
  }: TransferredShifts): Promise<void> {
    const roster = await this.rosters.find(rosterId);
    if (!roster) return;
    const named = daysInWords(days);
    await this.planners.tell(roster, (to) => ({
      staffNumber: to,
      kind: 'roster-gap',
      titleZh: `${name}（${staffNumber}）已调往 ${departmentCode}，${roster.name} 中仍有 ${days.length} 天班次：${named}`,
      titleEn: `${name} (${staffNumber}) went to ${departmentCode} and still has ${days.length} days of shifts in ${roster.name}: ${named}`,
      link: `/rosters/${rosterId}`,
      onceKey: `roster-transfer:${rosterId}:${staffNumber}:${leftOn}:${to}`,
    }));
  }
}
