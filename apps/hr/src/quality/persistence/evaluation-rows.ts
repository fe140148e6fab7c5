export const EVALUATION = `e.id, e.recording_id as "recordingId", e.item_id as "itemId", e.staff_number as "staffNumber",
  e.group_code as "groupCode", e.post_code as "postCode", e.queue, e.call_at as "callAt", e.call_day::text as "callDay",
  e.scorecard_code as "scorecardCode", e.scorecard_version as "scorecardVersion", e.result_version as "resultVersion",
  e.score::float8 as score, e.critical, e.transaction_quality::float8 as "transactionQuality", e.phrases,
  e.phrase_source as "phraseSource", e.time_marks as "timeMarks", e.quotes, e.notes, e.evaluated_by as "evaluatedBy", e.evaluator,
  e.evaluated_at as "evaluatedAt", e.feedback_mode as "feedbackMode", e.feedback_text as "feedbackText",
  e.feedback_by as "feedbackBy", e.feedback_at as "feedbackAt", e.appeal_until as "appealUntil", e.heard_at as "heardAt",
  e.acknowledged_at as "acknowledgedAt", e.comment, a.state as "appealState",
  (select count(*)::integer from quality_mark m where m.evaluation_id = e.id and m.fault) as faults`;
export const EVALUATIONS = 'quality_evaluation e left join quality_appeal a on a.evaluation_id = e.id';

const STEP = `case when a.state = 'open' then 'appealed' when a.state is not null then 'decided'
  when e.acknowledged_at is not null then 'acknowledged' when e.feedback_at is not null then 'told' else 'evaluated' end`;

export const EVALUATION_FILTER = `($1::date is null or e.call_day >= $1) and ($2::date is null or e.call_day <= $2)
  and ($3::text is null or e.staff_number = $3) and ($4::text is null or e.group_code = $4)
  and ($5::text[] is null or e.group_code = any ($5)) and ($6::text is null or e.evaluator = $6)
  and ($7::text is null or exists (select 1 from quality_mark m
    where m.evaluation_id = e.id and m.item_code = $7 and m.fault))
  and ($8::text is null or ${STEP} = $8) and ($9::boolean is null or e.critical = $9)
  and ($10::boolean is null or (e.feedback_at is not null) = $10)
  and ($11::boolean is null or (e.acknowledged_at is not null) = $11)`;

export const APPEAL = `a.id, a.evaluation_id as "evaluationId", a.staff_number as "staffNumber", a.reason, a.state, a.made_at as "madeAt",
  a.decided_at as "decidedAt", a.decided_by as "decidedBy", a.decider, a.decision`;
