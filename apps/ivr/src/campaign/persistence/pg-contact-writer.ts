import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { from as copyFrom } from 'pg-copy-streams';
import { ContactWriter, type NoticeKey } from '../import-contacts/contact-writer.port';
import type { AcceptedRow } from '../rows/checked-row';
import { copyLine } from './copy-line';

const COPY = `copy contact (batch_id, import_id, line, account_no, period, customer_name, customer_kind, number,
  extension, language, payable_fen, notice) from stdin`;
const KEYS_AT_ONCE = 20_000;

/** Contacts by COPY: an order of magnitude faster than inserts, with the same constraints. */
@Injectable()
export class PgContactWriter extends ContactWriter {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async *keysOf(batchId: string, accountNos?: readonly string[]): AsyncGenerator<readonly NoticeKey[]> {
    let after: NoticeKey = { accountNo: '', period: '' };
    for (;;) {
      const keys: readonly NoticeKey[] = await this.unitOfWork.query<NoticeKey>(
        `select account_no as "accountNo", period from contact
         where batch_id = $1 and (account_no, period) > ($2, $3) and ($4::text[] is null or account_no = any($4))
         order by account_no, period limit $5`,
        [batchId, after.accountNo, after.period, accountNos, KEYS_AT_ONCE],
      );
      if (keys.length > 0) yield keys;
      const last = keys.at(-1);
      if (last === undefined || keys.length < KEYS_AT_ONCE) return;
      after = last;
    }
  }

  write(batchId: string, importId: string, rows: AsyncIterable<readonly AcceptedRow[]>): Promise<number> {
    return this.unitOfWork.withConnection(async (client) => {
      const copy = client.query(copyFrom(COPY));
      await pipeline(encoded(`${batchId}\t${importId}\t`, rows), copy);
      return copy.rowCount;
    });
  }

  async rangeOf(importId: string, batchId: string): Promise<{ first: string; last: string } | undefined> {
    const [range] = await this.unitOfWork.query<{ first: string | null; last: string | null }>(
      `select min(id) as first, max(id) as last from contact where batch_id = $1 and import_id = $2`,
      [batchId, importId],
    );
    return range?.first && range.last ? { first: range.first, last: range.last } : undefined;
  }
}

async function* encoded(
  prefix: string,
  tables: AsyncIterable<readonly AcceptedRow[]>,
): AsyncGenerator<Buffer> {
  for await (const rows of tables) {
    let text = '';
    for (const row of rows) text += prefix + copyLine(row);
    yield Buffer.from(text);
  }
}
