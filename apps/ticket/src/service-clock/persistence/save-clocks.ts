import type { UnitOfWork } from '@switchyard/platform';
import type { BreachFact, StoredClock } from '../stored-clocks.port';

/** Stores clocks with their alarms and facts, however many, with three statements. */
export async function saveClocks(
  work: UnitOfWork,
  clocks: readonly StoredClock[],
  facts: readonly BreachFact[],
): Promise<void> {
  if (clocks.length === 0) return;
  await work.execute(SAVE_CLOCKS, [JSON.stringify(clocks.map(({ alarms: _, ...clock }) => clock))]);
  const alarms = clocks.flatMap(({ id, alarms: own }) => own.map((alarm) => ({ clockId: id, ...alarm })));
  if (alarms.length > 0) await work.execute(SAVE_ALARMS, [JSON.stringify(alarms)]);
  if (facts.length > 0) await work.execute(ADD_FACTS, [JSON.stringify(facts)]);
}

const SAVE_CLOCKS = `insert into service_clock as clock (id, subject, subject_id, kind, area_code, stage, owner, cycle,
    limit_id, policy_id, policy_version, state, started_at, target, due_by, pauses, due_at, provisional, breaches_at,
    met_at, ended_at, ended_by, breached_at, breach_is_provisional, level, next_at, basis, reckoned_at)
  select id, subject, "subjectId", kind, "areaCode", stage, owner, cycle, "limit", "policyId", "policyVersion", state,
    "startedAt", target, "dueBy", pauses, "dueAt", provisional, "breachesAt", "metAt", "endedAt", "endedBy",
    "breachedAt", "breachIsProvisional", level, "nextAt", basis, "reckonedAt"
  from jsonb_to_recordset($1) as c(id uuid, subject text, "subjectId" text, kind text, "areaCode" text, stage text,
    owner text, cycle integer, "limit" text, "policyId" text, "policyVersion" integer, state text,
    "startedAt" timestamptz, target jsonb, "dueBy" text, pauses jsonb, "dueAt" timestamptz, provisional boolean,
    "breachesAt" timestamptz, "metAt" timestamptz, "endedAt" timestamptz, "endedBy" text, "breachedAt" timestamptz,
    "breachIsProvisional" boolean, level smallint, "nextAt" timestamptz, basis text, "reckonedAt" timestamptz)
  on conflict (id) do update set kind = excluded.kind, area_code = excluded.area_code, limit_id = excluded.limit_id,
    policy_id = excluded.policy_id, policy_version = excluded.policy_version, state = excluded.state,
    started_at = excluded.started_at, target = excluded.target, due_by = excluded.due_by, pauses = excluded.pauses,
    due_at = excluded.due_at, provisional = excluded.provisional, breaches_at = excluded.breaches_at,
    met_at = excluded.met_at, ended_at = excluded.ended_at, ended_by = excluded.ended_by,
    breached_at = excluded.breached_at, breach_is_provisional = excluded.breach_is_provisional,
    level = excluded.level, next_at = excluded.next_at, basis = excluded.basis, reckoned_at = excluded.reckoned_at`;

const SAVE_ALARMS = `insert into service_clock_alarm as alarm (clock_id, level, at, recipients, fired_at, lapsed)
  select "clockId", level, at, array(select jsonb_array_elements_text(recipients)), "firedAt", lapsed
  from jsonb_to_recordset($1) as a("clockId" uuid, level smallint, at timestamptz, recipients jsonb,
    "firedAt" timestamptz, lapsed boolean)
  on conflict (clock_id, level) do update set at = excluded.at, recipients = excluded.recipients,
    fired_at = excluded.fired_at, lapsed = excluded.lapsed
    where (alarm.at, alarm.fired_at, alarm.lapsed, alarm.recipients)
      is distinct from (excluded.at, excluded.fired_at, excluded.lapsed, excluded.recipients)`;

const ADD_FACTS = `insert into service_clock_breach (clock_id, seq, fact, breached_at, due_at, policy_id,
    policy_version, basis, provisional, recorded_at)
  select "clockId", coalesce((select max(b.seq) from service_clock_breach b where b.clock_id = "clockId"), 0)
      + row_number() over (partition by "clockId" order by n),
    fact, "breachedAt", "dueAt", "policyId", "policyVersion", basis, provisional, "recordedAt"
  from rows from (jsonb_to_recordset($1) as ("clockId" uuid, fact text, "breachedAt" timestamptz,
    "dueAt" timestamptz, "policyId" text, "policyVersion" integer, basis text, provisional boolean,
    "recordedAt" timestamptz)) with ordinality as f("clockId", fact, "breachedAt", "dueAt", "policyId",
    "policyVersion", basis, provisional, "recordedAt", n)`;
