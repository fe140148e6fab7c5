export const PLAN_COLUMNS = `id, outage_id as "outageId", occasion, wanted_at as "wantedAt", made_at as "madeAt",
  ended_at as "endedAt", important_batch_id as "importantBatchId", others_batch_id as "othersBatchId",
  others_wanted as "othersWanted", important_started_at as "importantStartedAt",
  others_started_at as "othersStartedAt", stopped_at as "stoppedAt"`;

/** Of `outage_notice n` with its plan `p`. */
export const NOTICE_COLUMNS = `n.plan_id as "planId", p.outage_id as "outageId", n.recipient,
  n.account_no as "accountNo", n.name, n.customer_kind as "customerKind", n.phone, n.area_code as "areaCode",
  n.important, n.state, n.proof, n.confirmed_by as "confirmedBy", n.confirmed_at as "confirmedAt", n.note, n.failure,
  n.escalation_level as "escalationLevel", n.escalates_at as "escalatesAt"`;
