import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type UseOfAttachment, UsesOfAttachments } from '../attachment-uses/attachment-uses.port';

@Injectable()
export class PgAttachmentUses extends UsesOfAttachments {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  /** A work order that was closed before closing had a time counts from its opening. */
  of(keys: readonly string[]): Promise<readonly UseOfAttachment[]> {
    return this.work.query<UseOfAttachment>(
      `select key, w.kind,
         case when w.status = 'closed' then coalesce(w.closed_at, w.opened_at) end as "closedAt"
       from unnest($1::text[]) as key
       join work_order w on w.attachments @> jsonb_build_array(jsonb_build_object('key', key))`,
      [keys],
    );
  }
}
