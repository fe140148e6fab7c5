import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type Arrears, ArrearsRegister } from '../arrears.port';

type Row = Omit<Arrears, 'payPlace' | 'payPlaceEn'> & {
  readonly payPlace: string | null;
  readonly payPlaceEn: string | null;
};

@Injectable()
export class PgArrearsRegister extends ArrearsRegister {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put(arrears: Arrears, now: Date): Promise<void> {
    await this.work.query(
      `insert into arrears (account_no, bill_month, amount_fen, due_date, as_of, pay_place, pay_place_en, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (account_no, bill_month) do update set amount_fen = excluded.amount_fen,
         due_date = excluded.due_date, as_of = excluded.as_of, pay_place = excluded.pay_place,
         pay_place_en = excluded.pay_place_en, updated_at = excluded.updated_at`,
      [
        arrears.accountNo,
        arrears.billMonth,
        arrears.amountFen,
        arrears.dueDate,
        arrears.asOf,
        arrears.payPlace,
        arrears.payPlaceEn,
        now,
      ],
    );
  }

  async ofAccount(accountNo: string): Promise<readonly Arrears[]> {
    const rows = await this.work.query<Row>(
      `select account_no as "accountNo", bill_month as "billMonth", amount_fen::float8 as "amountFen",
         due_date::text as "dueDate", as_of as "asOf", pay_place as "payPlace", pay_place_en as "payPlaceEn"
       from arrears where account_no = $1 and amount_fen > 0 order by bill_month`,
      [accountNo],
    );
    return rows.map(toArrears);
  }
}

function toArrears({ payPlace, payPlaceEn, ...row }: Row): Arrears {
  return { ...row, ...(payPlace !== null && { payPlace }), ...(payPlaceEn !== null && { payPlaceEn }) };
}
