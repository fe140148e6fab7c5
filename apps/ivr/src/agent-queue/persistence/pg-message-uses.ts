import { Injectable } from '@nestjs/common';
import { ListAttachmentUses } from '@switchyard/contracts';
import type { MessageUse } from '@switchyard/domain';
import { OperationClient, systemContext, UnitOfWork } from '@switchyard/platform';
import { MessageUses } from '../retention/message-uses.port';

/** Those of ticket, and of cases that wait here to be delivered there. */
@Injectable()
export class PgMessageUses extends MessageUses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly client: OperationClient,
  ) {
    super();
  }

  /** What waits is asked first: a case that is delivered in between is found by ticket. */
  async of(keys: readonly string[]): Promise<ReadonlyMap<string, readonly MessageUse[]>> {
    const waiting = await this.unitOfWork.query<MessageUse & { key: string }>(
      `select attachment->>'key' as key, work_order->>'kind' as kind
       from held_cases, jsonb_array_elements(work_order->'attachments') as attachment
       where released_at is null and attachment->>'key' = any($1::text[])`,
      [keys],
    );
    const { uses } = await this.client.call(ListAttachmentUses, { keys: [...keys] }, systemContext('ivr'));
    const open = waiting.map(({ key, kind }) => ({ key, kind }));
    const opened = uses.map(({ key, kind, closedAt }) => ({
      key,
      kind,
      ...(closedAt === undefined ? {} : { closedAt: new Date(closedAt) }),
    }));
    const byKey = new Map<string, MessageUse[]>();
    for (const { key, ...use } of [...open, ...opened]) byKey.set(key, [...(byKey.get(key) ?? []), use]);
    return byKey;
  }
}
