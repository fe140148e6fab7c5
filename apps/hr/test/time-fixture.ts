import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '@switchyard/domain';
import type { HrFixture } from './hr-fixture';

/** People and their published shifts, as the staff file and the roster would have them. */
export class Roster {
  private readonly accounts = new Map<string, string>();
  private readonly rosters = new Map<string, string>();

  constructor(private readonly hr: HrFixture) {}

  async hire(
    staffNumber: string,
    post: string,
    {
      group,
      department = 'operations',
      hiredOn = '2020-01-01',
    }: { group?: string; department?: string; hiredOn?: string } = {},
  ): Promise<void> {
    const account = randomUUID();
    this.accounts.set(staffNumber, account);
    await this.hr.query(
      `insert into staff (staff_number, name, department_code, post_code, tier, group_code, status, hired_on, account_id,
         created_at, updated_at)
       select $1, '员工' || $1, $2, code, tier, $3, 'active', $4, $5, now(), now() from post where code = $6`,
      [staffNumber, department, group, hiredOn, account, post],
    );
  }

  accountOf(staffNumber: string): string {
    const account = this.accounts.get(staffNumber);
    if (account === undefined) throw new Error(`nobody hired ${staffNumber}`);
    return account;
  }

  /** A published shift; one that ends before it starts ends on the next day. Answers with its id. */
  async shift(staffNumber: string, day: string, from: string, to: string): Promise<string> {
    const month = `${day.slice(0, 7)}-01`;
    const id = randomUUID();
    const ends = to > from ? day : addDays(localDate(day), 1);
    const breaks =
      to > '13:00' && from < '12:00'
        ? [{ startAt: this.at(day, '12:00'), endAt: this.at(day, '13:00') }]
        : [];
    const midnight = to < from ? [{ startAt: this.at(ends, '02:00'), endAt: this.at(ends, '03:00') }] : [];
    await this.hr.query(
      `insert into roster_entry (id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version, duty,
         roster_id, state, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6, 'day-8', 1, 'regular', $7, 'published', now(), 'test')`,
      [
        id,
        staffNumber,
        day,
        this.at(day, from),
        this.at(ends, to),
        JSON.stringify([...breaks, ...midnight]),
        await this.rosterOf(month),
      ],
    );
    return id;
  }

  /** Waits until a condition holds, at most ten seconds. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error('what was waited for did not come');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private at(day: string, time: string): string {
    return new Date(`${day}T${time}:00+08:00`).toISOString();
  }

  private async rosterOf(month: string): Promise<string> {
    const known = this.rosters.get(month);
    if (known !== undefined) return known;
    const id = randomUUID();
    this.rosters.set(month, id);
    await this.hr.query(ROSTER, [id, month]);
    return id;
  }
}

const ROSTER = `insert into roster (id, month, department_code, name, state, drafted_at, drafted_by)
  values ($1, $2, 'operations', 'test', 'published', now(), 'test')`;
