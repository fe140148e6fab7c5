import { Injectable } from '@nestjs/common';
import { ROSTER_ERRORS, STAFFING_ERRORS } from '@switchyard/contracts';
import { countWorkingDays, type ProposalRequest, type ShiftTemplate } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { patternOf } from '../../roster/assign-pattern/assign-pattern.handler';
import { lastDayOf } from '../../roster/month';
import { RosterFactsReader } from '../../roster/roster-facts-reader';
import { type Roster, Rosters } from '../../roster/rosters.port';
import { ShiftTemplates } from '../../roster/shift-templates.port';
import { CentreCalendar } from '../forecast/centre-calendar';
import type { ProposalOrder } from '../proposals.port';

/** More people than this are planned department by department. */
const MOST_PEOPLE = 600;

/** A proposal's request out of its order: everything that the rules look at, as it is now. */
@Injectable()
export class PrepareProposal {
  constructor(
    private readonly facts: RosterFactsReader,
    private readonly rosters: Rosters,
    private readonly templates: ShiftTemplates,
    private readonly calendar: CentreCalendar,
  ) {}

  /** @throws DomainError `roster-proposal.invalid`, `shift-template.invalid`, `work-pattern.invalid` */
  async prepare(
    roster: Roster,
    order: ProposalOrder,
  ): Promise<ProposalRequest & { readonly patternVersion?: number }> {
    const templates = await this.templatesOf(order);
    const pattern =
      order.patternCode === undefined
        ? undefined
        : patternOf(order.patternCode, await this.templates.patterns());
    const facts = await this.facts.read(roster, []);
    if (facts.staff.length === 0 || facts.staff.length > MOST_PEOPLE) throw badSize(facts.staff.length);
    const numbers = facts.staff.map(({ staffNumber }) => staffNumber);
    const before = pattern ? await this.rosters.patternsBefore(roster.month, numbers) : [];
    const phases = new Map(
      before.filter(({ patternCode }) => patternCode === pattern?.code).map((one) => [one.staffNumber, one]),
    );
    const staff = facts.staff.map(({ pattern: _old, ...member }) => {
      const phase = phases.get(member.staffNumber);
      return { ...member, ...(phase && { pattern: { cycle: phase.cycle, anchor: phase.anchor } }) };
    });
    const working = countWorkingDays(await this.calendar.read(), roster.month, lastDayOf(roster.month));
    return {
      facts: { ...facts, staff },
      templates,
      seed: order.seed,
      seconds: order.seconds,
      workDays: order.workDays ?? working,
      ...(pattern && { pattern: pattern.cycle, patternVersion: pattern.version }),
    };
  }

  private async templatesOf({ templates: codes }: ProposalOrder): Promise<readonly ShiftTemplate[]> {
    const known = new Map((await this.templates.latest()).map((template) => [template.code, template]));
    return [...new Set(codes)].map((code) => {
      const template = known.get(code);
      if (template?.enabled === true) return template;
      const why = template ? 'is not enabled' : 'does not exist';
      throw new DomainError(ROSTER_ERRORS.templateInvalid, `The shift template ${code} ${why}.`, {
        field: 'templates',
      });
    });
  }
}

function badSize(people: number): DomainError {
  const message =
    people === 0
      ? 'Nobody belongs into this roster: there are no agents or leaders in its month and department.'
      : `${people} people are more than the ${MOST_PEOPLE} that are planned together; make a roster for each department.`;
  return new DomainError(STAFFING_ERRORS.proposalInvalid, message, { people });
}
