import type { UnitOfWork } from '@switchyard/platform';
import type { ReckonedScore, Reckoning, ScoreChange } from '../score/monthly-scores.port';

const TOLD = `id, staff_number as "staffNumber", month, version, state, role_kind as "roleKind", group_code as "groupCode",
  computed_at as "computedAt", computed_by as "computedBy", published_at as "publishedAt", published_by as "publishedBy",
  published_incomplete_reason as "publishedIncompleteReason", appeal_until as "appealUntil",
  acknowledged_at as "acknowledgedAt", appeal_text as "appealText", appealed_at as "appealedAt", decision,
  decision_text as "decisionText", decided_at as "decidedAt", decided_by as "decidedBy"`;

export const STORED = `${TOLD}, result, facts, policy, digest`;
export const LISTED = `${TOLD}, score::float8 as score, missing, bonus_fen as "bonusFen", fines_fen as "finesFen"`;

export const CHANGED_COLUMNS: Readonly<Record<keyof ScoreChange, string>> = {
  state: 'state',
  acknowledgedAt: 'acknowledged_at',
  appealText: 'appeal_text',
  appealedAt: 'appealed_at',
  decision: 'decision',
  decisionText: 'decision_text',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
  appealUntil: 'appeal_until',
};

/** Adds versions that count, in the place of those that did; both in the open transaction. */
export async function addScores(
  work: UnitOfWork,
  scores: readonly ReckonedScore[],
  { runId, at, by }: Reckoning,
): Promise<void> {
  const [first] = scores;
  await work.execute(
    `update monthly_score set current = false where current and month = $1 and staff_number = any ($2::text[])`,
    [first?.month, scores.map(({ staffNumber }) => staffNumber)],
  );
  await work.execute(
    `insert into monthly_score (id, staff_number, month, version, current, state, score, role_kind, group_code, missing, result,
       facts, policy, digest, bonus_fen, fines_fen, alerts, run_id, computed_at, computed_by)
     select gen_random_uuid(), r."staffNumber", r.month,
       coalesce((select max(version) from monthly_score b where b.staff_number = r."staffNumber" and b.month = r.month), 0) + 1,
       true, 'draft', r.score, r."roleKind", r."groupCode", r.missing, r.result, r.facts, $2::jsonb, r.digest, r."bonusFen",
       r."finesFen", r.alerts, $3, $4, $5
     from jsonb_to_recordset($1::jsonb) as r("staffNumber" text, month text, score numeric, "roleKind" text, "groupCode" text,
       missing text[], result jsonb, facts jsonb, digest text, "bonusFen" integer, "finesFen" integer, alerts jsonb)`,
    [JSON.stringify(scores.map(toRow)), JSON.stringify(first?.policy), runId, at, by],
  );
}

const toRow = ({ policy: _policy, ...score }: ReckonedScore) => ({
  ...score,
  score: score.result.score.score,
  missing: score.result.score.missing,
  bonusFen: score.result.bonus?.amountFen,
  finesFen: score.result.fines.reduce((sum, { amountFen }) => sum + amountFen, 0),
});
