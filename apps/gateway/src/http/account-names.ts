import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type TableColumn } from '@switchyard/platform';
import { Users } from '../users/users.port';

const PAGE = 200;
const KEPT_MS = 60_000;

/** The names of people by the ids of their sign-in accounts, as they were a minute ago at most. */
@Injectable()
export class AccountNames {
  private read: { readonly at: number; readonly names: Promise<ReadonlyMap<string, string>> } | undefined;

  constructor(
    private readonly users: Users,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  all(): Promise<ReadonlyMap<string, string>> {
    const now = this.clock.now().getTime();
    if (this.read && now - this.read.at < KEPT_MS) return this.read.names;
    const names = this.readAll();
    this.read = { at: now, names };
    // What failed is read again by whoever comes next.
    names.catch(() => (this.read = undefined));
    return names;
  }

  private async readAll(): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (let cursor: string | undefined; ;) {
      const page = await this.users.list({}, PAGE, cursor);
      for (const { id, displayName } of page.items) names.set(id, displayName);
      if (page.nextCursor === undefined) return names;
      cursor = page.nextCursor;
    }
  }
}

/** A name that no spreadsheet takes for a formula. */
const PLAIN = /^[\p{L}\p{N}]/u;

/** The columns, with people where a cell is the id of an account. */
export function withNames<Item>(
  columns: readonly TableColumn<Item>[],
  names: ReadonlyMap<string, string>,
): readonly TableColumn<Item>[] {
  return columns.map((column) => ({
    ...column,
    value: (item, language) => {
      const value = column.value(item, language);
      const name = names.get(value);
      return name !== undefined && PLAIN.test(name) ? name : value;
    },
  }));
}
