import { Controller } from '@nestjs/common';
import {
  COMMON_ERRORS,
  GetMonthlyScore,
  GetOwnMonthlyScore,
  ListMonthlyScores,
  type ListMonthlyScoresRequest,
  ListOwnMonthlyScores,
  type ListOwnMonthlyScoresRequest,
  type MonthlyScorePage,
  type MonthlyScoreReference,
  type MonthlyScoreStatement,
  type RequestContext,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { PerformanceSight } from '../../sight';
import { StaffNames } from '../../staff-names';
import { MonthlyScores, type ScoreFilter, type StoredScore } from '../monthly-scores.port';
import { scoreNotFound } from './score-errors';
import { toScoreView, toStatement } from './score-views';

@Controller()
export class ReadScoresHandler {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly sight: PerformanceSight,
    private readonly names: StaffNames,
  ) {}

  @Handles(ListMonthlyScores)
  async list(
    { limit = 50, cursor, ...filter }: ListMonthlyScoresRequest,
    context: RequestContext,
  ): Promise<MonthlyScorePage> {
    const withinGroups = await this.sight.groupsOf(context);
    return this.page({ ...filter, ...(withinGroups && { withinGroups }) }, limit, cursor);
  }

  @Handles(GetMonthlyScore)
  async one({ scoreId }: MonthlyScoreReference, context: RequestContext): Promise<MonthlyScoreStatement> {
    const stored = await this.found(scoreId);
    const groups = await this.sight.groupsOf(context);
    if (groups !== undefined && !groups.includes(stored.groupCode ?? '')) {
      throw new DomainError(
        COMMON_ERRORS.forbidden,
        `${stored.staffNumber} is not in a group that you lead.`,
      );
    }
    return this.statement(stored);
  }

  @Handles(ListOwnMonthlyScores)
  async listOwn(
    { limit = 50, cursor }: ListOwnMonthlyScoresRequest,
    context: RequestContext,
  ): Promise<MonthlyScorePage> {
    const { staffNumber } = await this.sight.own(context);
    return this.page({ staffNumber, told: true, allVersions: true }, limit, cursor);
  }

  @Handles(GetOwnMonthlyScore)
  async own({ scoreId }: MonthlyScoreReference, context: RequestContext): Promise<MonthlyScoreStatement> {
    const { staffNumber } = await this.sight.own(context);
    const stored = await this.found(scoreId);
    if (stored.staffNumber !== staffNumber || !stored.publishedAt) throw scoreNotFound(scoreId);
    return this.statement(stored);
  }

  private async page(filter: ScoreFilter, limit: number, cursor?: string): Promise<MonthlyScorePage> {
    const page = await this.scores.list(filter, limit, cursor);
    const nameOf = await this.names.of(page.items.map(({ staffNumber }) => staffNumber));
    return { ...page, items: page.items.map((score) => toScoreView(score, nameOf(score.staffNumber))) };
  }

  private async found(scoreId: string): Promise<StoredScore> {
    const stored = await this.scores.find(scoreId);
    if (!stored) throw scoreNotFound(scoreId);
    return stored;
  }

  private async statement(stored: StoredScore): Promise<MonthlyScoreStatement> {
    const nameOf = await this.names.of([stored.staffNumber]);
    return toStatement(stored, nameOf(stored.staffNumber));
  }
}
