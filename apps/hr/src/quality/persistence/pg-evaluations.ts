import { Injectable } from '@nestjs/common';
import type { ScorecardItem } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type Evaluation,
  type EvaluationFilter,
  type EvaluationResult,
  Evaluations,
  type Feedback,
  type NewEvaluation,
} from '../evaluation/evaluations.port';
import type { Page } from '../scorecard/scorecards.port';
import { EVALUATION, EVALUATION_FILTER, EVALUATIONS } from './evaluation-rows';
import { markRows } from './mark-rows';

/** Each order ends with the id; what is descending is compared the other way round. */
const ORDERS = {
  newest: {
    order: 'e.evaluated_at desc, e.id desc',
    after: '($12::timestamptz is null or (e.evaluated_at, e.id) < ($12::timestamptz, $13::uuid))',
    part: CURSOR_PARTS.instant,
    keyOf: ({ evaluatedAt, id }: Evaluation) => [evaluatedAt.toISOString(), id],
  },
  call: {
    order: 'e.call_at desc, e.id desc',
    after: '($12::timestamptz is null or (e.call_at, e.id) < ($12::timestamptz, $13::uuid))',
    part: CURSOR_PARTS.instant,
    keyOf: ({ callAt, id }: Evaluation) => [callAt.toISOString(), id],
  },
  lowest: {
    order: 'e.score, e.id',
    after: '($12::numeric is null or (e.score, e.id) > ($12::numeric, $13::uuid))',
    part: /^\d{1,3}(\.\d{1,2})?$/,
    keyOf: ({ score, id }: Evaluation) => [String(score), id],
  },
} as const;

@Injectable()
export class PgEvaluations extends Evaluations {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(
    evaluation: NewEvaluation,
    result: EvaluationResult,
    items: readonly ScorecardItem[],
  ): Promise<boolean> {
    const { score, criticalError, transactionQuality } = result.result;
    const added = await this.work.execute(
      `insert into quality_evaluation (id, recording_id, item_id, staff_number, group_code, post_code, queue, call_at, call_day,
         scorecard_code, scorecard_version, phrases, phrase_source, time_marks, quotes, notes, evaluated_by, evaluator,
         evaluated_at, result_version, score, critical, transaction_quality)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
       on conflict do nothing`,
      [
        evaluation.id,
        evaluation.recordingId,
        evaluation.itemId,
        evaluation.staffNumber,
        evaluation.groupCode,
        evaluation.postCode,
        evaluation.queue,
        evaluation.callAt,
        evaluation.callDay,
        evaluation.scorecardCode,
        evaluation.scorecardVersion,
        JSON.stringify(evaluation.phrases),
        evaluation.phraseSource,
        JSON.stringify(evaluation.timeMarks),
        evaluation.quotes,
        evaluation.notes,
        evaluation.evaluatedBy,
        evaluation.evaluator,
        evaluation.evaluatedAt,
        result.version,
        score,
        criticalError,
        transactionQuality,
      ],
    );
    if (added === 0) return false;
    await this.addVersion(evaluation.id, result, items);
    return true;
  }

  async addResult(id: string, result: EvaluationResult, items: readonly ScorecardItem[]): Promise<void> {
    const { score, criticalError, transactionQuality } = result.result;
    await this.work.execute(
      `update quality_evaluation set result_version = $2, score = $3, critical = $4, transaction_quality = $5 where id = $1`,
      [id, result.version, score, criticalError, transactionQuality],
    );
    await this.work.execute('delete from quality_mark where evaluation_id = $1', [id]);
    await this.addVersion(id, result, items);
  }

  find(id: string): Promise<Evaluation | undefined> {
    return this.one(id, '');
  }

  lock(id: string): Promise<Evaluation | undefined> {
    return this.one(id, 'for update of e');
  }

  results(id: string): Promise<readonly EvaluationResult[]> {
    return this.work.query<EvaluationResult>(
      `select version, reason, marks, result, made_at as "madeAt", made_by as "madeBy" from quality_result
       where evaluation_id = $1 order by version`,
      [id],
    );
  }

  async list(filter: EvaluationFilter, limit: number, cursor?: string): Promise<Page<Evaluation>> {
    const { order, after, part, keyOf } = ORDERS[filter.sort ?? 'newest'];
    const key = cursor === undefined ? [] : decodeCursor(cursor, part, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Evaluation>>(
      `select ${EVALUATION} from ${EVALUATIONS} where ${EVALUATION_FILTER} and ${after} order by ${order} limit $14`,
      [
        filter.from,
        filter.to,
        filter.staffNumber,
        filter.groupCode,
        filter.groups,
        filter.evaluator,
        filter.faultItem,
        filter.step,
        filter.critical,
        filter.told,
        filter.acknowledged,
        key[0],
        key[1],
        limit + 1,
      ],
    );
    return pageOf(rows.map(toEvaluation), limit, keyOf);
  }

  async tell(id: string, feedback: Feedback): Promise<void> {
    await this.work.execute(
      `update quality_evaluation set feedback_mode = $2, feedback_text = $3, feedback_by = $4, feedback_at = $5,
         appeal_until = $6 where id = $1`,
      [
        id,
        feedback.feedbackMode,
        feedback.feedbackText,
        feedback.feedbackBy,
        feedback.feedbackAt,
        feedback.appealUntil,
      ],
    );
  }

  async heard(id: string, at: Date): Promise<void> {
    await this.work.execute('update quality_evaluation set heard_at = coalesce(heard_at, $2) where id = $1', [
      id,
      at,
    ]);
  }

  async acknowledge(id: string, at: Date, comment?: string): Promise<void> {
    await this.work.execute(
      `update quality_evaluation set acknowledged_at = coalesce(acknowledged_at, $2), comment = coalesce($3, comment)
       where id = $1`,
      [id, at, comment],
    );
  }

  private async one(id: string, lock: string): Promise<Evaluation | undefined> {
    const [row] = await this.work.query<Nullable<Evaluation>>(
      `select ${EVALUATION} from ${EVALUATIONS} where e.id = $1 ${lock}`,
      [id],
    );
    return row && toEvaluation(row);
  }

  private async addVersion(
    id: string,
    result: EvaluationResult,
    items: readonly ScorecardItem[],
  ): Promise<void> {
    const { version, marks, reason, madeAt, madeBy } = result;
    const { score, criticalError } = result.result;
    await this.work.execute(
      `insert into quality_result (evaluation_id, version, marks, result, score, critical, reason, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        version,
        JSON.stringify(marks),
        JSON.stringify(result.result),
        score,
        criticalError,
        reason,
        madeAt,
        madeBy,
      ],
    );
    await this.work.execute(
      `insert into quality_mark (evaluation_id, item_code, names, course_code, kind, applied, earned_share, fault, note)
       select $1, item_code, names, course_code, kind, applied, earned_share, fault, note
       from jsonb_to_recordset($2::jsonb) as mark (item_code text, names jsonb, course_code text, kind text,
         applied boolean, earned_share numeric, fault boolean, note text)`,
      [id, JSON.stringify(markRows(result, items))],
    );
  }
}

const toEvaluation = (row: Nullable<Evaluation>): Evaluation => withoutNulls(row);
