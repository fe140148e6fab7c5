import type { ContactEventPayload } from '@switchyard/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { ContactStories, type ContactStory } from '../settle-calls/disposition-events';

interface StoryRow {
  contact_id: string;
  batch_id: string;
  kind: ContactEventPayload['kind'];
  account_no: string;
  period: string;
  disposed_at: Date;
  hand_off_target: string;
  attempts: { at: string; outcome: string; cause: number | null }[] | null;
  last_call: ContactStory['lastCall'];
}

@Injectable()
export class PgContactStories extends ContactStories {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async tell(contactIds: readonly string[]): Promise<ReadonlyMap<string, ContactStory>> {
    const rows = await this.unitOfWork.query<StoryRow>(
      `select k.id as contact_id, k.batch_id, b.kind, k.account_no, k.period, k.disposed_at, b.hand_off_target,
         (select jsonb_agg(jsonb_build_object('at', c.claimed_at, 'outcome', a.outcome, 'cause', c.cause) order by a.id)
          from attempt a join call c on c.id = a.call_id where a.contact_id = k.id and a.settled_at is not null) as attempts,
         (select jsonb_build_object('callId', c.id, 'direction', c.direction, 'heardMs', coalesce(c.heard_ms, 0))
          from attempt a join call c on c.id = a.call_id where a.contact_id = k.id order by a.id desc limit 1) as last_call
       from contact k join batch b on b.id = k.batch_id where k.id = any($1::bigint[])`,
      [contactIds],
    );
    return new Map(rows.map((row) => [row.contact_id, toStory(row)]));
  }
}

function toStory(row: StoryRow): ContactStory {
  return {
    contactId: row.contact_id,
    batchId: row.batch_id,
    kind: row.kind,
    accountNo: row.account_no,
    period: row.period,
    at: row.disposed_at.toISOString(),
    attempts: (row.attempts ?? []).map(({ at, outcome, cause }) => ({
      at,
      outcome,
      ...(cause === null ? {} : { cause }),
    })),
    target: row.hand_off_target,
    lastCall: row.last_call,
  };
}
