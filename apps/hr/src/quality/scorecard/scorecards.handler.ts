import { Controller } from '@nestjs/common';
import {
  GetScorecard,
  GetScorecardRequest,
  ListScorecards,
  ListScorecardsRequest,
  PublishScorecard,
  QUALITY_ERRORS,
  type RequestContext,
  RetireScorecard,
  type ScorecardPage,
  ScorecardReference,
  type ScorecardView,
  WriteScorecard,
  WriteScorecardRequest,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { PublishScorecardUseCase } from './publish-scorecard.use-case';
import { toScorecardView } from './scorecard-view';
import { Scorecards } from './scorecards.port';
import { WriteScorecardUseCase } from './write-scorecard.use-case';

@Controller()
export class ScorecardsHandler {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly writing: WriteScorecardUseCase,
    private readonly publishing: PublishScorecardUseCase,
  ) {}

  @Handles(WriteScorecard)
  async write(request: WriteScorecardRequest, context: RequestContext): Promise<ScorecardView> {
    return toScorecardView(await this.writing.execute(request, context));
  }

  @Handles(PublishScorecard)
  async publish({ code }: ScorecardReference, context: RequestContext): Promise<ScorecardView> {
    return toScorecardView(await this.publishing.publish(code, context));
  }

  @Handles(RetireScorecard)
  async retire({ code }: ScorecardReference, context: RequestContext): Promise<ScorecardView> {
    return toScorecardView(await this.publishing.retire(code, context));
  }

  @Handles(GetScorecard)
  async get({ code, version }: GetScorecardRequest): Promise<ScorecardView> {
    const found =
      version === undefined
        ? await this.scorecards.inState(code, 'published')
        : await this.scorecards.find(code, version);
    if (found) return toScorecardView(found);
    throw new DomainError(
      QUALITY_ERRORS.scorecardNotFound,
      version === undefined
        ? `No version of the scorecard ${code} is in force; GET /quality/scorecards lists all.`
        : `The scorecard ${code} has no version ${version}; GET /quality/scorecards lists all.`,
      { code, version },
    );
  }

  @Handles(ListScorecards)
  async list({ limit = 50, cursor, ...filter }: ListScorecardsRequest): Promise<ScorecardPage> {
    const page = await this.scorecards.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toScorecardView) };
  }
}
