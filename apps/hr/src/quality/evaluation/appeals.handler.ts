import { Controller } from '@nestjs/common';
import {
  DecideQualityAppeal,
  DecideQualityAppealRequest,
  type EvaluationView,
  ListQualityAppeals,
  ListQualityAppealsRequest,
  type QualityAppealPage,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { QualityScope } from '../quality-scope';
import { Appeals } from './appeals.port';
import { DecideAppeal } from './decide-appeal.use-case';
import { toAppealView } from './evaluation-views';
import { ShowEvaluation } from './show-evaluation';

@Controller()
export class QualityAppealsHandler {
  constructor(
    private readonly appeals: Appeals,
    private readonly deciding: DecideAppeal,
    private readonly shown: ShowEvaluation,
    private readonly scope: QualityScope,
  ) {}

  @Handles(ListQualityAppeals)
  async list(request: ListQualityAppealsRequest, { actor }: RequestContext): Promise<QualityAppealPage> {
    const { limit = 50, cursor, ...filter } = request;
    const groups = await this.scope.groupsOf(actor);
    const page = await this.appeals.list({ ...filter, groups }, limit, cursor);
    return { ...page, items: page.items.map(toAppealView) };
  }

  @Handles(DecideQualityAppeal)
  async decide(request: DecideQualityAppealRequest, context: RequestContext): Promise<EvaluationView> {
    const evaluationId = await this.deciding.execute(request, context);
    return this.shown.show(evaluationId);
  }
}
