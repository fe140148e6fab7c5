import type { UnitOfWork } from '@switchyard/platform';
import type { ArrearsRow } from '../registers/arrears';
import type { BillRow } from '../registers/bills';
import { copyRows } from './copy-rows';

/** Writes bills by one statement; one of the same account and month is replaced. */
export async function writeBills(
  work: UnitOfWork,
  rows: AsyncIterable<readonly BillRow[]>,
  now: Date,
): Promise<void> {
  await copyRows(
    work,
    {
      table: 'incoming_bill',
      columns: [
        'account_no text',
        'bill_month text',
        'reading_date date',
        'register_value numeric',
        'energy_kwh numeric',
        'amount_fen bigint',
        'previous_balance_fen bigint',
        'payable_fen bigint',
        'due_date date',
      ],
      valuesOf: (bill) => [
        bill.accountNo,
        bill.billMonth,
        bill.readingDate,
        bill.registerValue,
        bill.energyKwh,
        bill.amountFen,
        bill.previousBalanceFen,
        bill.payableFen,
        bill.dueDate,
      ],
    },
    rows,
  );
  await work.query(
    `insert into bill (account_no, bill_month, reading_date, register_value, energy_kwh, amount_fen,
       previous_balance_fen, payable_fen, due_date, updated_at)
     select *, $1::timestamptz from pg_temp.incoming_bill order by account_no, bill_month
     on conflict (account_no, bill_month) do update set reading_date = excluded.reading_date,
       register_value = excluded.register_value, energy_kwh = excluded.energy_kwh, amount_fen = excluded.amount_fen,
       previous_balance_fen = excluded.previous_balance_fen, payable_fen = excluded.payable_fen,
       due_date = excluded.due_date, updated_at = excluded.updated_at`,
    [now],
  );
}

/** Writes arrears by one statement; what was said of the same account and month is replaced. */
export async function writeArrears(
  work: UnitOfWork,
  rows: AsyncIterable<readonly ArrearsRow[]>,
  now: Date,
): Promise<void> {
  await copyRows(
    work,
    {
      table: 'incoming_arrears',
      columns: [
        'account_no text',
        'bill_month text',
        'amount_fen bigint',
        'due_date date',
        'as_of timestamptz',
        'pay_place text',
        'pay_place_en text',
      ],
      valuesOf: (month) => [
        month.accountNo,
        month.billMonth,
        month.amountFen,
        month.dueDate,
        month.asOf ?? now,
        month.payPlace,
        month.payPlaceEn,
      ],
    },
    rows,
  );
  await work.query(
    `insert into arrears (account_no, bill_month, amount_fen, due_date, as_of, pay_place, pay_place_en, updated_at)
     select *, $1::timestamptz from pg_temp.incoming_arrears order by account_no, bill_month
     on conflict (account_no, bill_month) do update set amount_fen = excluded.amount_fen,
       due_date = excluded.due_date, as_of = excluded.as_of, pay_place = excluded.pay_place,
       pay_place_en = excluded.pay_place_en, updated_at = excluded.updated_at`,
    [now],
  );
}
