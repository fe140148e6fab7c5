import { Inject, Injectable } from '@nestjs/common';
import { broughtBy, checkRoster, type LocalDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, UnitOfWork } from '@switchyard/platform';
import type { NewReminder } from '../../workplace/reminders.port';
import { AnswerChangeUseCase } from '../change-roster/answer-change.use-case';
import { ApplyChange } from '../change-roster/apply-change';
import { RosterFactsReader } from '../roster-facts-reader';
import { type Roster, Rosters } from '../rosters.port';
import { FormerStaffShifts, type ShiftsOfOne } from './former-staff-shifts.port';
import { daysInWords, TellPlanners } from './tell-planners';

const BY = 'system:hr';
const REASON = '已离职 has left';

/** Nobody is expected on a day after they left: their published shifts end, and whoever plans is told of the gaps. */
@Injectable()
export class EndShiftsOfFormerStaff {
  private readonly log: Logger;

  constructor(
    private readonly former: FormerStaffShifts,
    private readonly rosters: Rosters,
    private readonly facts: RosterFactsReader,
    private readonly change: ApplyChange,
    private readonly answers: AnswerChangeUseCase,
    private readonly planners: TellPlanners,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('FormerStaff');
  }

  /** Each by itself: one roster that fails stops no other. */
  async execute(): Promise<void> {
    for (const changeId of await this.former.deadChanges(localDateAt(this.clock.now()))) {
      await this.attempt({ changeId }, async () => void (await this.answers.withdraw(changeId)));
    }
    for (const one of await this.former.published()) {
      await this.attempt({ ...one }, () => this.work.inTransaction(() => this.end(one)));
    }
  }

  private async end(one: ShiftsOfOne): Promise<void> {
    const { rosterId, staffNumber, leftOn } = one;
    const roster = await this.rosters.lock(rosterId);
    if (roster?.state !== 'published') return;
    const current = await this.rosters.entriesOf(rosterId);
    const end = current.filter((entry) => entry.staffNumber === staffNumber && entry.workDate >= leftOn);
    if (end.length === 0) return;
    const after = await this.facts.read(
      roster,
      current.filter((entry) => !end.includes(entry)),
    );
    // What is missing now is written down and told; it cannot be refused.
    const violations = broughtBy(checkRoster({ ...after, shifts: current }), checkRoster(after));
    const days = [...new Set(end.map(({ workDate }) => workDate))].sort();
    const cells = days.map((date) => ({ staffNumber, date }));
    await this.change.apply(roster, { cells, reason: REASON }, { end, add: [], violations }, BY);
    await this.tell(roster, one, days);
  }

  /** Shift leaders and heads of the roster's department, or of the whole centre. */
  private async tell(roster: Roster, gone: ShiftsOfOne, days: readonly LocalDate[]): Promise<void> {
    await this.planners.tell(roster, (staffNumber) => reminderOf(staffNumber, roster, gone, days));
  }

  private async attempt(what: object, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error('what a roster expects of somebody who left stays; it is tried again', {
        ...what,
        err: error,
      });
    }
  }
}

function reminderOf(
  to: string,
  { id, name: roster }: Roster,
  { staffNumber, name }: ShiftsOfOne,
  days: readonly LocalDate[],
): NewReminder {
  const named = daysInWords(days);
  return {
    staffNumber: to,
    kind: 'roster-gap',
    titleZh: `${name}（${staffNumber}）已离职，${roster} 撤下 ${days.length} 天班次，请补位：${named}`,
    titleEn: `${name} (${staffNumber}) has left; ${roster} lost ${days.length} days of shifts: ${named}`,
    link: `/rosters/${id}`,
    onceKey: `roster-gap:${id}:${staffNumber}:${days.join(',')}:${to}`,
  };
}
