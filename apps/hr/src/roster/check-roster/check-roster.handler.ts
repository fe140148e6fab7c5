import { Controller } from '@nestjs/common';
import { CheckRoster, CheckRosterRequest, type RosterViolationPage } from '@switchyard/contracts';
import { checkRoster } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { pageAt } from '../../page-at';
import { RosterFactsReader } from '../roster-facts-reader';
import { rosterNotFound } from '../roster-refusals';
import { toViolationView } from '../roster-views';
import { Rosters } from '../rosters.port';

/** What a roster violates now; of a published one too, where leave or departures came later. */
@Controller()
export class CheckRosterHandler {
  constructor(
    private readonly rosters: Rosters,
    private readonly facts: RosterFactsReader,
  ) {}

  @Handles(CheckRoster)
  async handle(request: CheckRosterRequest): Promise<RosterViolationPage> {
    const { rosterId, severity, code, limit = 50, cursor } = request;
    const roster = await this.rosters.find(rosterId);
    if (!roster) throw rosterNotFound(rosterId);
    const facts = await this.facts.read(roster, await this.rosters.entriesOf(rosterId));
    const wanted = checkRoster(facts).filter(
      (violation) =>
        (severity === undefined || violation.severity === severity) &&
        (code === undefined || violation.code === code),
    );
    const page = pageAt(wanted, limit, cursor);
    return { ...page, items: page.items.map(toViolationView) };
  }
}
