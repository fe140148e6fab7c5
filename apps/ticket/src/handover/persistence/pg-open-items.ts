import { Injectable } from '@nestjs/common';
import type { HandoverOutage, OpenOrder, SystemPart } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { OpenItems } from '../open-items.port';

const COLUMNS = `number, kind, stage, owner, responsible, opened_at as "openedAt", next_due_at as "nextDueAt", urged`;
const MOST_TO_URGE = 5_000;
const MOST_OUTAGES = 500;

type OrderRow = Omit<OpenOrder, 'nextDueAt'> & { readonly nextDueAt: Date | null };
type OutageRow = Omit<HandoverOutage, 'expectedRestorationAt'> & {
  readonly expectedRestorationAt: Date | null;
};

/** Reads tables of other features of this service; they are changed through those alone. */
@Injectable()
export class PgOpenItems extends OpenItems {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async totals(): Promise<Readonly<Record<string, number>>> {
    const rows = await this.work.query<{ kind: string; count: string }>(
      `select kind, count(*) as count from work_order where status = 'open' group by kind`,
    );
    return Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]));
  }

  async orders(mostOfAKind: number, dueBefore: Date): Promise<readonly OpenOrder[]> {
    const rows = await this.work.query<OrderRow>(
      `with ranked as (
         select number, row_number() over (partition by kind order by next_due_at nulls last, opened_at, number) as rank
         from work_order where status = 'open'),
       due as (
         select number from work_order
         where status = 'open' and next_due_at <= $2 and owner <> 'centre' order by next_due_at, number limit $3)
       select ${COLUMNS} from work_order
       where number in (select number from ranked where rank <= $1 union select number from due)`,
      [mostOfAKind, dueBefore, MOST_TO_URGE],
    );
    return rows.map(({ nextDueAt, ...row }) => ({ ...row, ...(nextDueAt !== null && { nextDueAt }) }));
  }

  async outages(startsBefore: Date): Promise<readonly HandoverOutage[]> {
    const rows = await this.work.query<OutageRow>(
      `select id as "outageId", kind, area_code as "areaCode", cause, starts_at as "startsAt",
         expected_restoration_at as "expectedRestorationAt"
       from outage where restored_at is null and cancelled_at is null and starts_at <= $1
       order by starts_at desc limit $2`,
      [startsBefore, MOST_OUTAGES],
    );
    return rows.map(({ expectedRestorationAt, ...row }) => ({
      ...row,
      ...(expectedRestorationAt !== null && { expectedRestorationAt }),
    }));
  }

  async responsibilityOf(
    accountId: string,
    openedUntil: Date,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await this.work.query<{ number: string }>(
      `select number from work_order where status = 'open' and responsible = $1 and opened_at <= $2 and number > $3
       order by number limit $4`,
      [accountId, openedUntil, after ?? '', limit],
    );
    return rows.map(({ number }) => number);
  }

  async countResponsibilityOf(accountId: string, openedUntil: Date): Promise<number> {
    const [row] = await this.work.query<{ count: string }>(
      `select count(*) as count from work_order where status = 'open' and responsible = $1 and opened_at <= $2`,
      [accountId, openedUntil],
    );
    return Number(row?.count ?? 0);
  }

  async unfinishedOf(numbers: readonly string[]): Promise<readonly string[]> {
    return numbers.length === 0 ? [] : this.numbers('number = any($1)', numbers);
  }

  async casesInHand(accounts: readonly string[]): Promise<number> {
    const [row] = await this.work.query<{ count: string }>(
      `select count(*) as count from work_order where status = 'open' and owner = 'centre' and assignee = any($1)`,
      [accounts],
    );
    return Number(row?.count ?? 0);
  }

  systemFaults(): Promise<readonly SystemPart[]> {
    return this.work.query<SystemPart>(
      `select component as part, false as well, symptom || ' → ' || told_to as detail
       from system_fault where status = 'open' order by since, fault_id limit 100`,
    );
  }

  async eventTrouble(): Promise<{ waiting: number; dead: number }> {
    const [row] = await this.work.query<{ waiting: string; dead: string }>(
      `select (select count(*) from outbox where published_at is null) as waiting,
         (select count(*) from inbox where state = 'dead') as dead`,
    );
    return { waiting: Number(row?.waiting ?? 0), dead: Number(row?.dead ?? 0) };
  }

  private async numbers(where: string, value: unknown): Promise<string[]> {
    const rows = await this.work.query<{ number: string }>(
      `select number from work_order where status = 'open' and ${where} order by number`,
      [value],
    );
    return rows.map(({ number }) => number);
  }
}
