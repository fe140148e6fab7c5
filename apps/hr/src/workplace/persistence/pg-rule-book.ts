import { Injectable } from '@nestjs/common';
import type { Audience, LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { listRows, type PageOptions, type RowPage } from '../common/list-rows';
import {
  type OwnRule,
  type Receipt,
  type ReceiptFilter,
  RuleBook,
  type RuleDecided,
  type RuleFilter,
  type RuleKind,
  type RuleText,
  type RuleVersion,
} from '../rule-book/rule-book.port';
import { IN_FORCE, standingOf, VERSIONS } from './rule-versions';

/** Nobody waits for the acknowledgement of somebody who has left. */
const stillHere = (receipt: string): string =>
  `not exists (select 1 from staff s where s.staff_number = ${receipt}.staff_number and s.status = 'left')`;

const VERSION = `v.code, v.kind, v.version, v.title, v.body, v.change_note as "changeNote", v.drafted_at as "draftedAt",
  v.drafted_by as "draftedBy", v.decided_at as "decidedAt", v.decided_by as "decidedBy",
  v.decision_reason as "decisionReason", v.in_force_from::text as "inForceFrom",
  (select count(*)::integer from rule_book_receipt r where r.code = v.code and r.version = v.version
     and (r.acknowledged_at is not null or ${stillHere('r')})) as "handedOut",
  (select count(*)::integer from rule_book_receipt r where r.code = v.code and r.version = v.version
     and r.acknowledged_at is not null) as acknowledged`;

const RECEIPT = `code, version, staff_number as "staffNumber", handed_out_at as "handedOutAt",
  acknowledged_at as "acknowledgedAt"`;

@Injectable()
export class PgRuleBook extends RuleBook {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async addEntry(
    code: string,
    kind: RuleKind,
    { departments, posts, groups }: Audience,
    at: Date,
  ): Promise<boolean> {
    const added = await this.work.execute(
      `insert into rule_book_entry (code, kind, created_at, departments, posts, groups)
       values ($1, $2, $3, $4, $5, $6) on conflict (code) do nothing`,
      [code, kind, at, departments, posts, groups],
    );
    return added > 0;
  }

  async lockEntry(code: string): Promise<boolean> {
    const rows = await this.work.query('select 1 from rule_book_entry where code = $1 for update', [code]);
    return rows.length > 0;
  }

  async addDraft(code: string, version: number, text: RuleText, at: Date, by: string): Promise<void> {
    await this.work.execute(
      `insert into rule_book_version (code, version, title, body, change_note, state, drafted_at, drafted_by)
       values ($1, $2, $3, $4, $5, 'draft', $6, $7)`,
      [code, version, text.title, text.body, text.changeNote, at, by],
    );
  }

  async versionsOf(code: string, today: LocalDate): Promise<readonly RuleVersion[]> {
    const rows = await this.work.query<Nullable<RuleVersion>>(
      `select ${VERSION}, ${standingOf('$2')} as standing from ${VERSIONS} v where v.code = $1 order by v.version desc`,
      [code, today],
    );
    return rows.map((row) => withoutNulls<RuleVersion>(row));
  }

  async decide(code: string, version: number, decided: RuleDecided): Promise<void> {
    const { approved, reason, inForceFrom, at, by } = decided;
    await this.work.execute(
      `update rule_book_version set state = $3, decision_reason = $4, in_force_from = $5, decided_at = $6, decided_by = $7
       where code = $1 and version = $2`,
      [code, version, approved ? 'approved' : 'rejected', reason, inForceFrom, at, by],
    );
  }

  async list(
    { code, kind, standing }: RuleFilter,
    today: LocalDate,
    options: PageOptions,
  ): Promise<RowPage<RuleVersion>> {
    // The day is ours and of one shape: it stands in the text, for the columns have no parameters.
    const standingToday = standingOf(`date '${today}'`);
    const page = await listRows<Nullable<RuleVersion>>(
      this.work,
      {
        columns: `${VERSION}, ${standingToday} as standing`,
        from: `${VERSIONS} v`,
        at: 'v.drafted_at',
        id: 'v.key',
        where: [
          ['v.code = ?', code],
          ['v.kind = ?', kind],
          [`${standingToday} = ?`, standing],
        ],
      },
      options,
    );
    return { ...page, items: page.items.map((row) => withoutNulls<RuleVersion>(row)) };
  }

  async inForce(today: LocalDate): Promise<readonly { code: string; version: number; audience: Audience }[]> {
    const rows = await this.work.query<Audience & { code: string; version: number }>(
      `select v.code, v.version, v.departments, v.posts, v.groups from ${VERSIONS} v where ${IN_FORCE}`,
      [today],
    );
    return rows.map(({ code, version, ...audience }) => ({ code, version, audience }));
  }

  handOut(code: string, version: number, staffNumbers: readonly string[], at: Date): Promise<number> {
    return this.work.execute(
      `insert into rule_book_receipt (code, version, staff_number, handed_out_at)
       select $1, $2, staff_number, $4 from unnest($3::text[]) as s (staff_number) on conflict do nothing`,
      [code, version, staffNumbers, at],
    );
  }

  async receipts(filter: ReceiptFilter, limit: number, cursor?: string): Promise<RowPage<Receipt>> {
    const { text, integer } = CURSOR_PARTS;
    const after = cursor === undefined ? [] : decodeCursor(cursor, text, integer, text);
    const rows = await this.work.query<Nullable<Receipt>>(
      `select ${RECEIPT} from rule_book_receipt
       where ($1::text is null or code = $1) and ($2::integer is null or version = $2)
         and ($3::text is null or staff_number = $3) and ($4::boolean is null or (acknowledged_at is not null) = $4)
         and ($4 is distinct from false or ${stillHere('rule_book_receipt')})
         and ($5::text is null or (code, version, staff_number) > ($5, $6::integer, $7))
       order by code, version, staff_number limit $8`,
      [
        filter.code,
        filter.version,
        filter.staffNumber,
        filter.acknowledged,
        after[0],
        after[1],
        after[2],
        limit + 1,
      ],
    );
    const receipts = rows.map((row) => withoutNulls<Receipt>(row));
    return pageOf(receipts, limit, ({ code, version, staffNumber }) => [code, String(version), staffNumber]);
  }

  async own(staffNumber: string, today: LocalDate): Promise<readonly OwnRule[]> {
    const rows = await this.work.query<Nullable<OwnRule>>(
      `select v.code, v.kind, v.version, v.title, v.body, v.change_note as "changeNote",
              v.in_force_from::text as "inForceFrom", r.acknowledged_at as "acknowledgedAt"
         from ${VERSIONS} v join rule_book_receipt r on r.code = v.code and r.version = v.version
        where r.staff_number = $2 and ${IN_FORCE} order by v.code`,
      [today, staffNumber],
    );
    return rows.map((row) => withoutNulls<OwnRule>(row));
  }

  async acknowledge(
    code: string,
    version: number,
    staffNumber: string,
    at: Date,
  ): Promise<Receipt | undefined> {
    const [row] = await this.work.query<Nullable<Receipt>>(
      `update rule_book_receipt set acknowledged_at = coalesce(acknowledged_at, $4)
       where code = $1 and version = $2 and staff_number = $3 returning ${RECEIPT}`,
      [code, version, staffNumber, at],
    );
    return row && withoutNulls<Receipt>(row);
  }
}
