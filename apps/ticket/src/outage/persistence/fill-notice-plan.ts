import type { NoticeOccasion } from '@switchyard/contracts';

/** Everybody in the outage's areas. */
const IN_THE_AREAS = `select 'account:' || a.account_no as recipient, a.account_no, a.name, a.kind, a.phones[1] as phone,
    a.area_code, a.important
  from account a join outage o on a.area_code = any(o.area_codes) where o.id = $2`;

/** Whoever was told, or was being called, that supply is or will be out. */
const TOLD_BEFORE = `select distinct on (n.recipient) n.recipient, n.account_no, n.name, n.customer_kind as kind, n.phone,
    n.area_code, n.important
  from outage_notice n join outage_notice_plan p on p.id = n.plan_id
  where p.outage_id = $2 and p.occasion in ('announcement', 'change') and (n.important or n.state = 'confirmed'
    or exists (select from outage_notice_plan q where q.id = n.plan_id and case when n.important
      then q.important_batch_id else q.others_batch_id end is not null))
  order by n.recipient`;

/** Its reports, and whatever was merged into one of them. */
const REPORTED = `with recursive reported as (
    select number from work_order where kind = 'fault' and (outage_id = $2
      or parent in (select number from work_order where outage_id = $2))
    union select duplicate.number from work_order duplicate join reported on duplicate.merged_into = reported.number
  ) select number from reported`;

/**
 * Whoever reported it and left a number, duplicates too, each number once; and the important customers, each of them,
 * where they were told of it (§2.1).
 */
const REPORTERS = `select distinct on (who) recipient, account_no, name, kind, phone, area_code, important from (
    select *, case when important then recipient else coalesce(phone, recipient) end as who from (
      select case when w.account_no is null then 'order:' || w.number else 'account:' || w.account_no end as recipient,
        w.account_no, coalesce(a.name, w.fields ->> 'name') as name, coalesce(a.kind, 'resident') as kind,
        coalesce(w.phone, a.phones[1]) as phone, coalesce(w.area_code, a.area_code) as area_code,
        coalesce(a.important, false) as important
      from work_order w left join account a using (account_no)
      where not w.anonymous and w.number in (${REPORTED})
      union all (${IN_THE_AREAS} and a.important and exists (select from outage_notice_plan p
        where p.outage_id = $2 and p.occasion = 'announcement' and p.made_at is not null))
    ) told
  ) told_once order by who, phone is null, account_no is null, recipient`;

const AUDIENCE: Readonly<Record<NoticeOccasion, string>> = {
  announcement: IN_THE_AREAS,
  change: IN_THE_AREAS,
  cancellation: TOLD_BEFORE,
  restoration: REPORTERS,
};

/** $1 plan, $2 outage, $3 when important customers are escalated, $4 now. */
export function fillStatement(occasion: NoticeOccasion): string {
  return `insert into outage_notice (plan_id, recipient, account_no, name, customer_kind, phone, area_code, important,
      state, failure, escalates_at)
    select $1::uuid, recipient, account_no, name, kind, phone, area_code, important,
      case when phone is null then 'failed' else 'waiting' end, case when phone is null then 'no-number' end,
      case when important then case when phone is null then $4::timestamptz else $3::timestamptz end end
    from (${AUDIENCE[occasion]}) audience
    on conflict (plan_id, recipient) do nothing`;
}
