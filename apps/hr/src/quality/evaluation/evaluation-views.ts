import {
  type CallScoreView,
  type EvaluationResultView,
  type EvaluationStep,
  type EvaluationSummary,
  type EvaluationView,
  QUALITY_ERRORS,
  type QualityAppealView,
} from '@switchyard/contracts';
import type { CallScore } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Appeal } from './appeals.port';
import type { Evaluation, EvaluationResult } from './evaluations.port';

/** Where an evaluation has got to. */
export function stepOf({ appealState, acknowledgedAt, feedbackAt }: Evaluation): EvaluationStep {
  if (appealState === 'open') return 'appealed';
  if (appealState !== undefined) return 'decided';
  if (acknowledgedAt) return 'acknowledged';
  return feedbackAt ? 'told' : 'evaluated';
}

export function toSummary(evaluation: Evaluation): EvaluationSummary {
  const { id, recordingId, itemId, staffNumber, groupCode, postCode, queue, scorecardCode } = evaluation;
  const { scorecardVersion, resultVersion, score, critical, transactionQuality, faults } = evaluation;
  const { evaluatedBy, evaluator, callAt, evaluatedAt, feedbackAt, heardAt, acknowledgedAt, appealUntil } =
    evaluation;
  return {
    evaluationId: id,
    recordingId,
    itemId,
    staffNumber,
    groupCode,
    postCode,
    queue,
    scorecardCode,
    scorecardVersion,
    resultVersion,
    score,
    critical,
    transactionQuality,
    faults,
    evaluatedBy,
    evaluator,
    phraseHits: evaluation.phrases.length,
    step: stepOf(evaluation),
    callAt: callAt.toISOString(),
    evaluatedAt: evaluatedAt.toISOString(),
    feedbackAt: feedbackAt?.toISOString(),
    heardAt: heardAt?.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString(),
    appealUntil: appealUntil?.toISOString(),
  };
}

export function toEvaluationView(
  evaluation: Evaluation,
  results: readonly EvaluationResult[],
  appeal: Appeal | undefined,
): EvaluationView {
  const { phraseSource, quotes, notes, feedbackMode, feedbackText, feedbackBy, comment } = evaluation;
  return {
    ...toSummary(evaluation),
    results: results.map(toResultView),
    timeMarks: evaluation.timeMarks.map((mark) => ({ ...mark })),
    phrases: evaluation.phrases.map((phrase) => ({ ...phrase })),
    phraseSource,
    quotes,
    notes,
    feedbackMode,
    feedbackText,
    feedbackBy,
    comment,
    ...(appeal && { appeal: toAppealView(appeal) }),
  };
}

/** As lists show it to the agent: without who judged it, and without what came of it until the recording is heard (S2 L251). */
export function summaryForAgent<View extends EvaluationSummary>(view: View): View {
  const shown = { ...view, evaluatedBy: undefined, evaluator: undefined };
  if (view.heardAt !== undefined) return shown;
  const hidden = { score: undefined, critical: undefined, transactionQuality: undefined };
  return { ...shown, ...hidden, faults: 0, phraseHits: 0 };
}

/** The same of all that is known of an evaluation. */
export function viewForAgent(view: EvaluationView): EvaluationView {
  const shown = summaryForAgent(view);
  const appeal = view.appeal && { ...view.appeal, decidedBy: undefined };
  if (view.heardAt !== undefined) {
    return { ...shown, appeal, results: view.results.map((result) => ({ ...result, madeBy: undefined })) };
  }
  const hidden = { notes: undefined, quotes: undefined, feedbackText: undefined };
  return { ...shown, appeal, ...hidden, results: [], timeMarks: [], phrases: [] };
}

export function toAppealView({
  id,
  madeAt,
  decidedAt,
  decider: _decider,
  ...appeal
}: Appeal): QualityAppealView {
  return {
    ...appeal,
    appealId: id,
    madeAt: madeAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}

export function toScoreView(result: CallScore): CallScoreView {
  return { ...result, failedBy: [...result.failedBy], lines: result.lines.map((line) => ({ ...line })) };
}

function toResultView({
  version,
  reason,
  marks,
  result,
  madeAt,
  madeBy,
}: EvaluationResult): EvaluationResultView {
  return {
    version,
    reason,
    madeBy,
    madeAt: madeAt.toISOString(),
    marks: marks.map((mark) => ({ ...mark })),
    result: toScoreView(result),
  };
}

export function evaluationNotFound(evaluationId: string): DomainError {
  return new DomainError(
    QUALITY_ERRORS.evaluationNotFound,
    `There is no evaluation ${evaluationId} for you; the lists of evaluations have those that there are.`,
    { evaluationId },
  );
}
