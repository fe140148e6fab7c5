import type { UnitOfWork } from '@switchyard/platform';
import { type Arrived, QueueLog, type QueueLogEntry } from '../queue-log.port';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly node: string;
  readonly callId: string | null;
  readonly queue: string | null;
  readonly sipUser: string | null;
  readonly event: string;
  readonly data: readonly string[];
}

/** NONE stands for nothing; queues and agents bear the names of deploy/asterisk (q-<queue>, agent-<sip user>). */
const READ = `
  select id, occurred_at as at, node, substring(callid from '^(?!NONE$|MANAGER$|CLI$)(.+)$') as "callId",
         substring(queuename from '^q-(.+)$') as queue,
         substring(agent from 'agent-([1-8][0-9]{3})$') as "sipUser",
         event,
         array[data1, data2, data3, data4, data5] as data
  from pbx.queue_log
  where occurred_at >= $1
  order by occurred_at, id
  limit $2`;

/** Reads what ship-queue-log.sh brings into schema `pbx`. */
export class PgQueueLog extends QueueLog {
  constructor(private readonly unitOfWork: Pick<UnitOfWork, 'query'>) {
    super();
  }

  async read(since: Date, limit: number): Promise<readonly QueueLogEntry[]> {
    const rows = await this.unitOfWork.query<Row>(READ, [since, limit]);
    return rows.map(({ id, at, node, callId, queue, sipUser, event, data }) => ({
      id: Number(id),
      at,
      node,
      callId: callId ?? undefined,
      queue: queue ?? undefined,
      sipUser: sipUser ?? undefined,
      event,
      data,
    }));
  }

  async arrivedAfter(id: number): Promise<Arrived> {
    const [row] = await this.unitOfWork.query<{ earliest: Date | null; lastId: string | null }>(
      'select min(occurred_at) as earliest, max(id) as "lastId" from pbx.queue_log where id > $1',
      [id],
    );
    return { earliest: row?.earliest ?? undefined, lastId: Number(row?.lastId ?? id) };
  }
}
