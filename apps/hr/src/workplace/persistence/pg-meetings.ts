import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { listRows, type PageOptions, type RowPage } from '../common/list-rows';
import {
  type ActionFilter,
  type ActionState,
  type Attendee,
  type Meeting,
  type MeetingAction,
  type MeetingFilter,
  Meetings,
  type Minutes,
  type NewMeeting,
} from '../meetings/meetings.port';

const MEETING = `m.id, m.kind, m.title, m.starts_at as "startsAt", m.minutes, m.group_code as "groupCode",
  m.chair_number as "chairNumber", m.agenda, m.notes, m.state, m.created_at as "createdAt",
  m.created_by as "createdBy", m.recorded_at as "recordedAt", m.recorded_by as "recordedBy"`;
const ACTION = `a.id, a.meeting_id as "meetingId", m.kind, m.chair_number as "chairNumber", a.text,
  a.owner_number as "ownerNumber", a.due_on::text as "dueOn", a.state, a.settled_at as "settledAt",
  a.settled_by as "settledBy", a.result`;
const ACTIONS = 'meeting_action a join meeting m on m.id = a.meeting_id';
const DAY = `(m.starts_at at time zone 'Asia/Shanghai')::date`;

type AttendeeRow = Pick<Attendee, 'staffNumber'> & {
  readonly meetingId: string;
  readonly attended: boolean | null;
};
type MeetingRow = Nullable<Omit<Meeting, 'attendees' | 'decisions' | 'actions'>>;

@Injectable()
export class PgMeetings extends Meetings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  add(meeting: NewMeeting, attendees: readonly string[]): Promise<void> {
    const { id, kind, title, startsAt, minutes, groupCode, chairNumber, agenda, createdAt, createdBy } =
      meeting;
    return this.work.inTransaction(async () => {
      await this.work.execute(
        `insert into meeting (id, kind, title, starts_at, minutes, group_code, chair_number, agenda, state, created_at,
           created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', $9, $10)`,
        [id, kind, title, startsAt, minutes, groupCode, chairNumber, agenda, createdAt, createdBy],
      );
      await this.work.execute(
        `insert into meeting_attendee (meeting_id, staff_number) select $1, unnest($2::text[])`,
        [id, attendees],
      );
    });
  }

  find(id: string): Promise<Meeting | undefined> {
    return this.one('where m.id = $1', id);
  }

  lock(id: string): Promise<Meeting | undefined> {
    return this.one('where m.id = $1 for update', id);
  }

  async record(id: string, { notes, attended, decisions, actions, at, by }: Minutes): Promise<void> {
    await this.work.execute(
      `update meeting set state = 'held', notes = $2, recorded_at = $3, recorded_by = $4 where id = $1`,
      [id, notes, at, by],
    );
    await this.work.execute(`update meeting_attendee set attended = false where meeting_id = $1`, [id]);
    await this.work.execute(
      `insert into meeting_attendee (meeting_id, staff_number, attended) select $1, unnest($2::text[]), true
       on conflict (meeting_id, staff_number) do update set attended = true`,
      [id, attended],
    );
    await this.work.execute(
      `insert into meeting_decision (meeting_id, place, text)
       select $1, place, text from unnest($2::text[]) with ordinality as d (text, place)`,
      [id, decisions],
    );
    await this.work.execute(
      `insert into meeting_action (id, meeting_id, text, owner_number, due_on, state, created_at)
       select gen_random_uuid(), $1, a.text, a."ownerNumber", a."dueOn", 'open', $3
         from jsonb_to_recordset($2::jsonb) as a (text text, "ownerNumber" text, "dueOn" date)`,
      [id, JSON.stringify(actions), at],
    );
  }

  async cancel(id: string): Promise<void> {
    await this.work.execute(`update meeting set state = 'cancelled' where id = $1`, [id]);
  }

  async list(filter: MeetingFilter, options: PageOptions): Promise<RowPage<Meeting>> {
    const { kind, state, groupCode, chairNumber, memberNumber, from, to } = filter;
    const page = await listRows<MeetingRow>(
      this.work,
      {
        columns: MEETING,
        from: 'meeting m',
        at: 'm.starts_at',
        id: 'm.id',
        where: [
          ['m.kind = ?', kind],
          ['m.state = ?', state],
          ['m.group_code = ?', groupCode],
          ['m.chair_number = ?', chairNumber],
          [
            `m.chair_number = ? or exists (select 1 from meeting_attendee x
               where x.meeting_id = m.id and x.staff_number = ?)`,
            memberNumber,
          ],
          [`${DAY} >= ?::date`, from],
          [`${DAY} <= ?::date`, to],
        ],
      },
      options,
    );
    return { ...page, items: await this.whole(page.items) };
  }

  async actions(
    { ownerNumber, meetingId, state, overdue }: ActionFilter,
    today: LocalDate,
    options: PageOptions,
  ): Promise<RowPage<MeetingAction>> {
    const late = `a.state = 'open' and a.due_on < ?::date`;
    const page = await listRows<Nullable<MeetingAction>>(
      this.work,
      {
        columns: ACTION,
        from: ACTIONS,
        at: 'a.created_at',
        id: 'a.id',
        where: [
          ['a.owner_number = ?', ownerNumber],
          ['a.meeting_id = ?::uuid', meetingId],
          ['a.state = ?', state],
          [overdue === false ? `not (${late})` : late, overdue === undefined ? undefined : today],
        ],
      },
      options,
    );
    return { ...page, items: page.items.map((row) => withoutNulls<MeetingAction>(row)) };
  }

  async lockAction(id: string): Promise<MeetingAction | undefined> {
    const [found] = await this.selectActions('where a.id = $1 for update of a', [id]);
    return found;
  }

  async settleAction(id: string, state: ActionState, result: string, at: Date, by: string): Promise<void> {
    await this.work.execute(
      `update meeting_action set state = $2, result = $3, settled_at = $4, settled_by = $5 where id = $1`,
      [id, state, result, at, by],
    );
  }

  actionsDue(day: LocalDate): Promise<readonly MeetingAction[]> {
    return this.selectActions(`where a.state = 'open' and a.due_on <= $1 order by a.due_on, a.id`, [day]);
  }

  private async one(where: string, id: string): Promise<Meeting | undefined> {
    const rows = await this.work.query<MeetingRow>(`select ${MEETING} from meeting m ${where}`, [id]);
    return (await this.whole(rows))[0];
  }

  private async selectActions(where: string, parameters: readonly unknown[]): Promise<MeetingAction[]> {
    const rows = await this.work.query<Nullable<MeetingAction>>(
      `select ${ACTION} from ${ACTIONS} ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<MeetingAction>(row));
  }

  private async whole(rows: readonly MeetingRow[]): Promise<Meeting[]> {
    const ids = rows.map(({ id }) => id);
    const attendees = await this.work.query<AttendeeRow>(
      `select meeting_id as "meetingId", staff_number as "staffNumber", attended from meeting_attendee
       where meeting_id = any ($1::uuid[]) order by staff_number`,
      [ids],
    );
    const decisions = await this.work.query<{ meetingId: string; text: string }>(
      `select meeting_id as "meetingId", text from meeting_decision where meeting_id = any ($1::uuid[]) order by place`,
      [ids],
    );
    const actions = await this.selectActions(
      'where a.meeting_id = any ($1::uuid[]) order by a.due_on, a.id',
      [ids],
    );
    return rows.map((row) => ({
      ...withoutNulls<Omit<Meeting, 'attendees' | 'decisions' | 'actions'>>(row),
      attendees: attendees
        .filter(({ meetingId }) => meetingId === row.id)
        .map(({ staffNumber, attended }) => ({ staffNumber, ...(attended !== null && { attended }) })),
      decisions: decisions.filter(({ meetingId }) => meetingId === row.id).map(({ text }) => text),
      actions: actions.filter(({ meetingId }) => meetingId === row.id),
    }));
  }
}
