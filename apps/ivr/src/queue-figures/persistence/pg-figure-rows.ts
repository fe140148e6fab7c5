import { Injectable } from '@nestjs/common';
import type { FigureGroup, FigureInterval, RatingGroup } from '@switchyard/contracts';
import { type FigureTargets, type QueueCounts, STANDARD_FIGURE_TARGETS } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import {
  type AgentsNow,
  type CountedRow,
  FigureRows,
  type GroupedRatings,
  type LimitSeconds,
  type MenuCallers,
  type TimeSpan,
  type WaitingNow,
} from '../figures/figure-rows.port';
import { countColumns, OPEN_AT_MOST, STAYS } from './count-columns';

/** Midnight of some day in China, from which all intervals are counted. */
const ORIGIN = `'2000-01-01 00:00+08'::timestamptz`;

const STEP: Readonly<Record<Exclude<FigureInterval, 'whole'>, string>> = {
  quarter: '15 minutes',
  hour: '1 hour',
  day: '1 day',
};

const beginOf = (interval: FigureInterval, moment: string): string =>
  interval === 'whole' ? '$1::timestamptz' : `date_bin('${STEP[interval]}', ${moment}, ${ORIGIN})`;

const TIER = `coalesce(q.value_tier, 'ordinary')`;

const GROUP: Readonly<Record<FigureGroup | 'none', string>> = {
  none: 'null::text',
  queue: 'q.queue',
  tier: TIER,
  agent: 'a.work_no',
};

const RATING_GROUP: Readonly<Record<RatingGroup | 'none', string>> = {
  none: 'null::text',
  agent: 'coalesce(a.work_no, r.agent_id)',
  matter: 'r.matter',
  queue: 'r.queue',
  day: `to_char(r.rated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
};

@Injectable()
export class PgFigureRows extends FigureRows {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async targets(at: Date): Promise<FigureTargets> {
    const [row] = await this.unitOfWork.query<{ body: FigureTargets }>(
      'select body from figure_targets where valid_from <= $1 order by valid_from desc limit 1',
      [at],
    );
    return { ...STANDARD_FIGURE_TARGETS, ...row?.body };
  }

  async count(
    { from, to }: TimeSpan,
    interval: FigureInterval,
    groupBy: FigureGroup | undefined,
    limits: LimitSeconds,
    limit: number,
  ): Promise<readonly CountedRow[]> {
    const rows = await this.unitOfWork.query<Omit<CountedRow, 'counts'> & QueueCounts>(
      `select ${beginOf(interval, 'q.entered_at')} as "from", ${GROUP[groupBy ?? 'none']} as "group", ${TIER} as tier, ${countColumns(groupBy)}
       from (${STAYS}) q ${groupBy === 'agent' ? 'join agents a on a.id = q.agent_id' : ''}
       group by 1, 2, 3 order by 1, 2, 3 limit $5`,
      [from, to, limits.answerSeconds, limits.ringSeconds, limit],
    );
    return rows.map(({ from: begin, group, tier, ...counts }) => ({ from: begin, group, tier, counts }));
  }

  /** Who is in a menu still is neither served nor not. */
  selfService(
    { from, to }: TimeSpan,
    interval: FigureInterval,
    limit: number,
  ): Promise<readonly (MenuCallers & { from: Date })[]> {
    return this.unitOfWork.query<MenuCallers & { from: Date }>(
      `select ${beginOf(interval, 'started_at')} as "from", count(*)::int as "inMenus",
         count(*) filter (where self_service_completed and queue is null)::int as served
       from inbound_calls
       where started_at >= $1 and started_at < $2
         and (phase <> 'menu' or started_at < now() - interval '${OPEN_AT_MOST}')
       group by 1 order by 1 limit $3`,
      [from, to, limit],
    );
  }

  async ratings(
    { from, to }: TimeSpan,
    groupBy: RatingGroup | undefined,
  ): Promise<readonly GroupedRatings[]> {
    const rows = await this.unitOfWork.query<{ group: string | null } & GroupedRatings['counts']>(
      `select ${RATING_GROUP[groupBy ?? 'none']} as "group", count(*)::int as ratings,
         count(r.csat)::int as "csatGiven", coalesce(sum(r.csat), 0)::int as "csatSum",
         count(r.solved)::int as "solvedAsked", count(*) filter (where r.solved)::int as solved,
         count(r.nps)::int as "npsAsked", count(*) filter (where r.nps >= 9)::int as promoters,
         count(*) filter (where r.nps <= 6)::int as detractors
       from call_ratings r ${groupBy === 'agent' ? 'left join agents a on r.agent_id in (a.id::text, a.sip_user)' : ''}
       where r.rated_at >= $1 and r.rated_at < $2 group by 1 order by 1 nulls last`,
      [from, to],
    );
    return rows.map(({ group, ...counts }) => ({ group, counts }));
  }

  waitingNow(now: Date): Promise<readonly WaitingNow[]> {
    return this.unitOfWork.query<WaitingNow>(
      `select queue, count(*) filter (where connected_at is null)::int as waiting,
         coalesce(greatest(0, extract(epoch from $1 - min(entered_at) filter (where connected_at is null))), 0)::float8
           as "longestWaitSeconds",
         count(*) filter (where connected_at is not null)::int as talking
       from queue_calls where left_at is null and entered_at > $1::timestamptz - interval '${OPEN_AT_MOST}' group by queue`,
      [now],
    );
  }

  agentsNow(): Promise<readonly AgentsNow[]> {
    return this.unitOfWork.query<AgentsNow>(
      `select s.queue, p.state, count(*)::int as agents
       from agent_presence p join agents a on a.id = p.agent_id and a.active left join agent_skills s on s.agent_id = a.id
       where s.queue is not null group by 1, 2
       union all
       select null, p.state, count(*)::int from agent_presence p join agents a on a.id = p.agent_id and a.active group by 2`,
    );
  }

  async callersInMenus(): Promise<number> {
    const [row] = await this.unitOfWork.query<{ callers: number }>(
      `select count(*)::int as callers from inbound_calls where phase = 'menu' and started_at > now() - interval '${OPEN_AT_MOST}'`,
    );
    return row?.callers ?? 0;
  }
}
