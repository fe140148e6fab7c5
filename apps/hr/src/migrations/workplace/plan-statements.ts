/** The annual plan and meetings with their minutes (§18a, C24). */
export const PLAN_STATEMENTS: readonly string[] = [
  `create table work_plan_item (
     id uuid primary key,
     parent_id uuid references work_plan_item,
     year integer not null,
     period text not null,
     period_to date not null,
     title text not null,
     target text,
     owner_number text not null,
     state text not null check (state in ('open', 'done', 'dropped')),
     created_at timestamptz not null,
     created_by text not null,
     changed_at timestamptz not null,
     changed_by text not null
   )`,
  `create index work_plan_item_newest on work_plan_item (created_at desc, id desc)`,
  `create index work_plan_item_of_year on work_plan_item (year, period)`,
  `create table work_plan_review (
     id bigint generated always as identity primary key,
     item_id uuid not null references work_plan_item,
     percent integer not null check (percent between 0 and 100),
     text text not null,
     reviewed_at timestamptz not null,
     reviewed_by text not null
   )`,
  `create index work_plan_review_of on work_plan_review (item_id, id desc)`,
  `create table meeting (
     id uuid primary key,
     kind text not null,
     title text not null,
     starts_at timestamptz not null,
     minutes integer not null check (minutes between 1 and 1440),
     group_code text,
     chair_number text not null,
     agenda text,
     notes text,
     state text not null check (state in ('planned', 'held', 'cancelled')),
     created_at timestamptz not null,
     created_by text not null,
     recorded_at timestamptz,
     recorded_by text
   )`,
  `create index meeting_newest on meeting (starts_at desc, id desc)`,
  `create table meeting_attendee (
     meeting_id uuid not null references meeting,
     staff_number text not null,
     attended boolean,
     primary key (meeting_id, staff_number)
   )`,
  `create index meeting_attendee_of on meeting_attendee (staff_number)`,
  `create table meeting_decision (
     meeting_id uuid not null references meeting,
     place integer not null,
     text text not null,
     primary key (meeting_id, place)
   )`,
  `create table meeting_action (
     id uuid primary key,
     meeting_id uuid not null references meeting,
     text text not null,
     owner_number text not null,
     due_on date not null,
     state text not null check (state in ('open', 'done', 'dropped')),
     created_at timestamptz not null,
     settled_at timestamptz,
     settled_by text,
     result text
   )`,
  `create index meeting_action_due on meeting_action (due_on) where state = 'open'`,
  `create index meeting_action_newest on meeting_action (created_at desc, id desc)`,
  `create index meeting_action_of on meeting_action (meeting_id)`,
];
