import { Injectable } from '@nestjs/common';
import type { EvaluationView } from '@switchyard/contracts';
import { Appeals } from './appeals.port';
import { evaluationNotFound, toEvaluationView } from './evaluation-views';
import { Evaluations } from './evaluations.port';

/** An evaluation with its results and its appeal. */
@Injectable()
export class ShowEvaluation {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly appeals: Appeals,
  ) {}

  /** @throws DomainError `evaluation.not-found` */
  async show(evaluationId: string): Promise<EvaluationView> {
    const evaluation = await this.evaluations.find(evaluationId);
    if (!evaluation) throw evaluationNotFound(evaluationId);
    const results = await this.evaluations.results(evaluationId);
    return toEvaluationView(evaluation, results, await this.appeals.of(evaluationId));
  }
}
