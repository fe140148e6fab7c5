import type { CustomerKind } from '@switchyard/domain';
import { CONTACT_COLUMNS, CONTACT_FIELDS } from './contact-row';

const FIELDS = CONTACT_FIELDS.map((field) => `k.${field}`).join(', ');

/**
 * Takes due contacts of a batch, and their siblings of the same number, under a lease; $1 to $6: node, holder, fence, batch,
 * now, limit. One statement, since each one costs more than the rows that it reads. Kinds are read one after another: each its own
 * stretch of the index, however many of the others wait.
 */
export function lockingDue(kinds: readonly CustomerKind[]): string {
  const stretches = kinds.map(
    (kind, index) =>
      `due_${index} as (
         select ${FIELDS} from contact k
         where exists (select from lease) and k.batch_id = $4 and k.customer_kind = '${kind}'
           and k.state = 'waiting' and k.due_at <= $5
         order by k.due_at, k.id limit $6 for update of k skip locked)`,
  );
  const all = kinds.map((_, index) => `select * from due_${index}`).join(' union all ');
  return `with lease as materialized (
       select 1 from pbx_node where name = $1 and holder = $2 and fence = $3 and lease_until > now() for share),
     ${stretches.join(', ')},
     due as materialized (select * from (${all}) every order by due_at, id limit $6),
     sibling as (
       select ${FIELDS} from contact k
       where k.number = any(array(select number from due)) and k.state = 'waiting' and k.batch_id = $4
         and k.due_at <= $5 and k.id <> all(array(select id from due))
       order by k.id for update of k skip locked)
     select ${CONTACT_COLUMNS}
     from (select *, 0 as turn from due union all select *, 1 from sibling) k order by k.turn, k.due_at, k.id`;
}
