import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, MicroBatch, pageOf, UnitOfWork } from '@switchyard/platform';
import { Bills, type Bill, type BillFacts, type BillFilter, type BillsPage } from '../bills.port';

type Row = Omit<Bill, 'dueDate'> & { readonly dueDate: string | null };

/** A day of reading ends at midnight in China. Amounts stay far below 2^53. */
const COLUMNS = `b.account_no as "accountNo", b.bill_month as "billMonth", b.reading_date::text as "readingDate",
  b.register_value::float8 as "registerValue", b.energy_kwh::float8 as "energyKwh", b.amount_fen::float8 as "amountFen",
  b.previous_balance_fen::float8 as "previousBalanceFen", b.payable_fen::float8 as "payableFen",
  b.due_date::text as "dueDate", b.updated_at as "updatedAt",
  (select coalesce(sum(p.amount_fen), 0)::float8 from payment p
   where p.account_no = b.account_no and (p.bill_month = b.bill_month
     or (p.bill_month is null and p.paid_at >= (b.reading_date + 1)::timestamp at time zone 'Asia/Shanghai'))) as "paidFen"`;

const MONTH = /^\d{4}-\d\d$/;

@Injectable()
export class PgBills extends Bills {
  /** Accounts whose bills are asked for in one turn are looked up by one statement. */
  private readonly latest = new MicroBatch<string, Bill | null>((accounts) => this.latestOfEach(accounts), {
    windowMs: 0,
  });

  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put(bill: BillFacts, now: Date): Promise<Bill> {
    await this.work.query(
      `insert into bill (account_no, bill_month, reading_date, register_value, energy_kwh, amount_fen,
         previous_balance_fen, payable_fen, due_date, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (account_no, bill_month) do update set reading_date = excluded.reading_date,
         register_value = excluded.register_value, energy_kwh = excluded.energy_kwh, amount_fen = excluded.amount_fen,
         previous_balance_fen = excluded.previous_balance_fen, payable_fen = excluded.payable_fen,
         due_date = excluded.due_date, updated_at = excluded.updated_at`,
      [
        bill.accountNo,
        bill.billMonth,
        bill.readingDate,
        bill.registerValue,
        bill.energyKwh,
        bill.amountFen,
        bill.previousBalanceFen,
        bill.payableFen,
        bill.dueDate,
        now,
      ],
    );
    const { items } = await this.list(bill, 1);
    if (!items[0]) throw new Error(`the bill of ${bill.accountNo} for ${bill.billMonth} was not stored`);
    return items[0];
  }

  async latestOf(accountNo: string): Promise<Bill | undefined> {
    const found = this.work.isInTransaction
      ? (await this.latestOfEach([accountNo]))[0]
      : await this.latest.add(accountNo);
    return found ?? undefined;
  }

  async list({ accountNo, billMonth }: BillFilter, limit: number, cursor?: string): Promise<BillsPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, MONTH, CURSOR_PARTS.text);
    const rows = await this.work.query<Row>(
      `select ${COLUMNS} from bill b
       where ($1::text is null or b.account_no = $1) and ($2::text is null or b.bill_month = $2)
         and ($3::text is null or (b.bill_month, b.account_no) < ($3, $4))
       order by b.bill_month desc, b.account_no desc limit $5`,
      [accountNo, billMonth, after[0], after[1], limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.billMonth, row.accountNo]);
    return { ...page, items: page.items.map(toBill) };
  }

  private async latestOfEach(accounts: readonly string[]): Promise<readonly (Bill | null)[]> {
    const rows = await this.work.queryPrepared<Row>(
      'latest-bill-of-each',
      `select found.* from (select distinct account_no from unnest($1::text[]) as account_no) wanted,
       lateral (select ${COLUMNS} from bill b where b.account_no = wanted.account_no
                order by b.bill_month desc limit 1) found`,
      [accounts],
    );
    const bills = new Map(rows.map((row) => [row.accountNo, toBill(row)]));
    return accounts.map((accountNo) => bills.get(accountNo) ?? null);
  }
}

function toBill({ dueDate, ...row }: Row): Bill {
  return { ...row, ...(dueDate !== null && { dueDate }) };
}
