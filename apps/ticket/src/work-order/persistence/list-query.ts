import type { WorkOrderSort } from '@switchyard/contracts';
import { searchGrams } from '@switchyard/domain';
import { CURSOR_PARTS, decodeCursor, pageOf } from '@switchyard/platform';
import type { WorkOrder, WorkOrderFilter, WorkOrdersPage } from '../work-orders.port';
import { SELECTED } from './work-order-row';

interface Order {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
  readonly key: (workOrder: WorkOrder) => Date;
  /** Only what has the key is in the list. */
  readonly only?: string;
}

const ORDERS: Readonly<Record<WorkOrderSort, Order>> = {
  newest: { column: 'opened_at', direction: 'desc', key: ({ openedAt }) => openedAt },
  oldest: { column: 'opened_at', direction: 'asc', key: ({ openedAt }) => openedAt },
  changed: { column: 'updated_at', direction: 'desc', key: ({ updatedAt }) => updatedAt },
  due: {
    column: 'next_due_at',
    direction: 'asc',
    key: ({ nextDueAt, openedAt }) => nextDueAt ?? openedAt,
    only: `next_due_at is not null and status = 'open'`,
  },
};

const EQUAL: readonly (readonly [keyof WorkOrderFilter, string])[] = [
  ['kind', 'kind'],
  ['status', 'status'],
  ['stage', 'stage'],
  ['owner', 'owner'],
  ['assignee', 'assignee'],
  ['responsible', 'responsible'],
  ['areaCode', 'area_code'],
  ['accountNo', 'account_no'],
  ['phone', 'phone'],
  ['queryCode', 'query_code'],
  ['contentCategory', 'content_category'],
  ['channel', 'channel'],
  ['parent', 'parent'],
  ['mergedInto', 'merged_into'],
  ['outageId', 'outage_id'],
  ['incomplete', 'incomplete'],
];

const SEARCHED = `lower(text || ' ' || coalesce(result, '') || ' ' || fields::text)`;

/** So many are looked through for a word before the index of pairs is asked: a few milliseconds. */
const FIRST_ROWS = 6_000;

/** The statement of one page of the list, with only the conditions that were asked for. */
export class ListQuery {
  readonly values: unknown[] = [];
  private readonly terms: string[] = [];
  private readonly searchTerms: string[] = [];
  private readonly order: Order;

  constructor(filter: WorkOrderFilter, sort: WorkOrderSort, cursor?: string) {
    this.order = ORDERS[sort];
    for (const [field, column] of EQUAL) {
      if (filter[field] !== undefined) this.where((value) => `${column} = ${value}`, filter[field]);
    }
    const { openedFrom, openedBefore, overdueAt, search, within, told } = filter;
    if (openedFrom) this.where((value) => `opened_at >= ${value}`, openedFrom);
    if (openedBefore) this.where((value) => `opened_at < ${value}`, openedBefore);
    if (overdueAt) this.where((value) => `next_due_at < ${value} and status = 'open'`, overdueAt);
    if (search !== undefined) this.search(search);
    if (within)
      this.where(
        (value) => `(owner = any(${value}) or last_department = any(${value}) or area_code = any(${value}))`,
        [...within],
      );
    if (told !== undefined) this.terms.push(`told_at is ${told ? 'not null' : 'null'}`);
    if (this.order.only !== undefined) this.terms.push(this.order.only);
    if (cursor !== undefined) this.after(cursor);
  }

  sql(limit: number): string {
    return `select ${SELECTED} from work_order ${whereAll([...this.terms, ...this.searchTerms])}
      ${this.orderBy} limit ${limit}`;
  }

  /**
   * The same among the first rows of the list only; undefined when no words are looked for. A full page of it is the page: of a word that
   * many hold, the statement above would gather and sort them all, for the planner takes a word's pairs for independent.
   */
  sqlAmongFirst(limit: number): string | undefined {
    if (this.searchTerms.length === 0) return undefined;
    return `select ${SELECTED} from (
        select * from work_order ${whereAll(this.terms)} ${this.orderBy} limit ${FIRST_ROWS}
      ) as first ${whereAll(this.searchTerms)} ${this.orderBy} limit ${limit}`;
  }

  page(rows: readonly WorkOrder[], limit: number): WorkOrdersPage {
    const { column, key } = this.order;
    return pageOf(rows, limit, (row) => [column, key(row).toISOString(), row.number]);
  }

  private get orderBy(): string {
    const { column, direction } = this.order;
    return `order by ${column} ${direction}, number ${direction}`;
  }

  private where(term: (parameter: string) => string, value: unknown, terms = this.terms): void {
    this.values.push(value);
    terms.push(term(`$${this.values.length}`));
  }

  /** By the index of pairs; then the words themselves, since pairs may stand apart. */
  private search(words: string): void {
    const pairs = searchGrams(words).filter((gram) => Array.from(gram).length > 1);
    if (pairs.length > 0) this.where((value) => `grams @> ${value}`, pairs, this.searchTerms);
    for (const word of words.split(/\s+/).filter((part) => part !== '')) {
      this.where((value) => `position(${value} in ${SEARCHED}) > 0`, word.toLowerCase(), this.searchTerms);
    }
  }

  private after(cursor: string): void {
    const { column, direction } = this.order;
    const parts = [new RegExp(`^${column}$`), CURSOR_PARTS.instant, CURSOR_PARTS.text];
    const [, at, number] = decodeCursor(cursor, ...parts);
    const compare = direction === 'desc' ? '<' : '>';
    this.values.push(at, number);
    const { length } = this.values;
    this.terms.push(`(${column}, number) ${compare} ($${length - 1}::timestamptz, $${length})`);
  }
}

const whereAll = (terms: readonly string[]) => (terms.length === 0 ? '' : `where ${terms.join(' and ')}`);
