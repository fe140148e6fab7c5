import { Inject, Injectable } from '@nestjs/common';
import { QUALITY_ERRORS, type RequestContext, type WriteScorecardRequest } from '@switchyard/contracts';
import { problemsOfDraft, type ScorecardSection } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { refusal } from '../quality-errors';
import { type Scorecard, Scorecards } from './scorecards.port';

/**
 * Writes the draft of a scorecard; what is in force stays. Weights are added up when it is published.
 * @throws DomainError `scorecard.invalid`
 */
@Injectable()
export class WriteScorecardUseCase {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ code, names, sections }: WriteScorecardRequest, { actor }: RequestContext): Promise<Scorecard> {
    const problems = problemsOfDraft(sections);
    if (problems.length > 0) throw refusal(QUALITY_ERRORS.scorecardInvalid, 'This is no scorecard', problems);
    return this.work.inTransaction(async () => {
      await this.scorecards.lock(code);
      const draft = await this.scorecards.inState(code, 'draft');
      const scorecard: Scorecard = {
        code,
        names,
        sections: sections.map(plainSection),
        state: 'draft',
        version: draft?.version ?? (await this.scorecards.lastVersion(code)) + 1,
        writtenAt: this.clock.now(),
        writtenBy: actor.id,
      };
      await this.scorecards.save(scorecard);
      return scorecard;
    });
  }
}

/** Without the classes of the wire. */
function plainSection(section: ScorecardSection): ScorecardSection {
  return JSON.parse(JSON.stringify(section)) as ScorecardSection;
}
