import { Inject, Injectable } from '@nestjs/common';
import { QUALITY_ERRORS, type RequestContext } from '@switchyard/contracts';
import { problemsOfPublication } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { refusal } from '../quality-errors';
import { noneInForce } from './scorecard-view';
import { type Scorecard, Scorecards } from './scorecards.port';

/** Draft → published → retired; one version of a code is in force, evaluations keep the version that they were made by. */
@Injectable()
export class PublishScorecardUseCase {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `scorecard.no-draft`, `scorecard.invalid` when the weights do not sum to 100 (C15) */
  publish(code: string, context: RequestContext): Promise<Scorecard> {
    return this.work.inTransaction(async () => {
      await this.scorecards.lock(code);
      const draft = await this.scorecards.inState(code, 'draft');
      if (!draft) {
        throw new DomainError(
          QUALITY_ERRORS.noDraft,
          `The scorecard ${code} has no draft; write one (PUT /quality/scorecards/${code}/draft).`,
          { code },
        );
      }
      const problems = problemsOfPublication(draft.sections);
      if (problems.length > 0)
        throw refusal(QUALITY_ERRORS.scorecardInvalid, 'The draft cannot be published', problems);
      const before = await this.scorecards.inState(code, 'published');
      if (before) await this.scorecards.save(this.retired(before, context));
      const published: Scorecard = {
        ...draft,
        state: 'published',
        publishedAt: this.clock.now(),
        publishedBy: context.actor.id,
      };
      await this.scorecards.save(published);
      return published;
    });
  }

  /** @throws DomainError `scorecard.none-in-force` */
  retire(code: string, context: RequestContext): Promise<Scorecard> {
    return this.work.inTransaction(async () => {
      await this.scorecards.lock(code);
      const inForce = await this.scorecards.inState(code, 'published');
      if (!inForce) throw noneInForce(code);
      const retired = this.retired(inForce, context);
      await this.scorecards.save(retired);
      return retired;
    });
  }

  private retired(scorecard: Scorecard, { actor }: RequestContext): Scorecard {
    return { ...scorecard, state: 'retired', retiredAt: this.clock.now(), retiredBy: actor.id };
  }
}
