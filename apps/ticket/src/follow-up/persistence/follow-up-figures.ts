import type { FollowUpFiguresBy } from '@switchyard/contracts';
import type { FollowUpCounts } from '@switchyard/domain';

/** `of` is null in the row of the sum. */
export type FiguresRow = FollowUpCounts & { readonly of: string | null };

const BY: Readonly<Record<FollowUpFiguresBy, string>> = {
  kind: 'kind',
  purpose: 'purpose',
  area: `coalesce(area_code, '')`,
  assignee: `coalesce(assignee_id, '')`,
  day: `to_char(arises_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
};

const count = (condition: string, name: string) => `(count(*) filter (where ${condition}))::int as "${name}"`;

/** $1 from, $2 before, $3 kind, $4 area, $5 now. The sum comes first. */
export function figuresStatement(by: FollowUpFiguresBy): string {
  return `select grouped.of,
       ${count(`status not in ('excluded', 'withdrawn')`, 'planned')},
       ${count(`status = 'excluded'`, 'excluded')},
       ${count(`status = 'done'`, 'done')},
       ${count(`status = 'done' and ended_at < due_at`, 'doneOnTime')},
       ${count(`status = 'not-reached'`, 'notReached')},
       ${count(`ended_at is null and due_at <= $5`, 'overdue')},
       ${count(`status = 'done' and judgement is not null`, 'rated')},
       ${count(`judgement = 'satisfied'`, 'satisfied')},
       ${count(`judgement = 'dissatisfied'`, 'dissatisfied')}
     from (select *, ${BY[by]} as of from follow_up_item
           where arises_at >= $1 and arises_at < $2 and ($3::text is null or kind = $3)
             and ($4::text is null or area_code = $4)) grouped
     group by rollup (grouped.of) order by grouped.of nulls first limit 1001`;
}

export function toFigures(rows: readonly FiguresRow[]): {
  readonly rows: ReadonlyMap<string, FollowUpCounts>;
  readonly total: FollowUpCounts;
} {
  const groups = rows.filter(({ of }) => of !== null);
  const total = rows.find(({ of }) => of === null);
  return {
    rows: new Map(groups.map(({ of, ...counts }) => [of ?? '', counts])),
    total: total ? counted(total) : NOTHING,
  };
}

function counted({ of: _, ...counts }: FiguresRow): FollowUpCounts {
  return counts;
}

const NOTHING: FollowUpCounts = {
  planned: 0,
  excluded: 0,
  done: 0,
  doneOnTime: 0,
  notReached: 0,
  overdue: 0,
  rated: 0,
  satisfied: 0,
  dissatisfied: 0,
};
