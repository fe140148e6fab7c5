export const ROSTER_TABLES = [
  `create table shift_template (
     code text not null check (code ~ '^[a-z][a-z0-9-]{0,29}$'),
     version integer not null check (version >= 1),
     name_zh text not null,
     name_en text not null,
     -- Minutes since midnight of the day on which the shift starts; an end beyond 1440 lies on the next day.
     start_minute integer not null check (start_minute between 0 and 1439),
     end_minute integer not null,
     breaks jsonb not null default '[]',
     enabled boolean not null,
     note text,
     set_at timestamptz not null,
     set_by text not null,
     primary key (code, version),
     check (end_minute > start_minute and end_minute <= start_minute + 1440)
   )`,
  `create table work_pattern (
     code text not null check (code ~ '^[a-z][a-z0-9-]{0,29}$'),
     version integer not null check (version >= 1),
     name_zh text not null,
     name_en text not null,
     cycle jsonb not null,
     set_at timestamptz not null,
     set_by text not null,
     primary key (code, version)
   )`,
  // C7: early and mid are one and the same in the documents; mid waits for somebody who knows. C6: 24 hours.
  `insert into shift_template (code, version, name_zh, name_en, start_minute, end_minute, breaks, enabled, note, set_at, set_by)
   values
   ('early', 1, '早班', 'Early', 510, 1050, '[{"fromMinute":720,"toMinute":780}]', true, null, now(), 'system:hr'),
   ('mid', 1, '中班', 'Mid', 510, 1050, '[{"fromMinute":720,"toMinute":780}]', false,
    '与早班时间相同，疑为笔误，待确认 · the same hours as early, most likely a slip; to be confirmed', now(), 'system:hr'),
   ('evening', 1, '晚班', 'Evening', 570, 1320, '[{"fromMinute":720,"toMinute":840}]', true, null, now(), 'system:hr'),
   ('day-8', 1, '早班（三班倒）', 'Day (of three)', 420, 900, '[{"fromMinute":690,"toMinute":720}]', true, null, now(), 'system:hr'),
   ('evening-8', 1, '中班（三班倒）', 'Evening (of three)', 900, 1380, '[{"fromMinute":1080,"toMinute":1110}]', true, null, now(), 'system:hr'),
   ('night-8', 1, '夜班（三班倒）', 'Night (of three)', 1380, 1860, '[{"fromMinute":1620,"toMinute":1650}]', true, null, now(), 'system:hr')`,
  `insert into work_pattern (code, version, name_zh, name_en, cycle, set_at, set_by)
   values ('two-on-two-off', 1, '两作两息', 'Two on, two off', '["on","on","off","off"]', now(), 'system:hr'),
          ('five-on-two-off', 1, '五作两息', 'Five on, two off', '["on","on","on","on","on","off","off"]', now(), 'system:hr')`,
  `create table roster (
     id uuid primary key,
     month date not null check (extract(day from month) = 1),
     department_code text,
     name text not null,
     state text not null check (state in ('draft', 'published', 'discarded')),
     -- Of the draft: who saves must have seen the latest.
     revision integer not null default 1,
     -- Of what was published; 0 before.
     version integer not null default 0,
     drafted_at timestamptz not null,
     drafted_by text not null,
     published_at timestamptz,
     published_by text
   )`,
  `create unique index roster_of_month on roster (month, coalesce(department_code, '')) where state <> 'discarded'`,
  `create index roster_newest on roster (month desc, id desc)`,
  `create table roster_version (
     roster_id uuid not null references roster,
     version integer not null check (version >= 1),
     made_at timestamptz not null,
     made_by text not null,
     reason text,
     shifts integer not null,
     -- What a change made of which days; null of the first version.
     cells jsonb,
     violations jsonb not null,
     primary key (roster_id, version)
   )`,
  `create table roster_entry (
     id uuid primary key,
     staff_number text not null,
     work_date date not null,
     start_at timestamptz not null,
     end_at timestamptz not null check (end_at > start_at),
     breaks jsonb not null default '[]',
     template_code text not null,
     template_version integer not null,
     duty text not null check (duty in ('regular', 'reserve', 'overtime')),
     roster_id uuid not null references roster,
     state text not null check (state in ('draft', 'published', 'ended')),
     made_at timestamptz not null,
     made_by text not null,
     ended_at timestamptz,
     ended_by text,
     reason text,
     foreign key (template_code, template_version) references shift_template (code, version)
   )`,
  `create unique index roster_entry_of_staff on roster_entry (staff_number, work_date, start_at) where state = 'published'`,
  `create index roster_entry_of_day on roster_entry (work_date, staff_number) where state = 'published'`,
  `create index roster_entry_of_roster on roster_entry (roster_id, state)`,
  `create table roster_wish (
     id uuid primary key,
     staff_number text not null,
     day date not null,
     kind text not null check (kind in ('day-off', 'shift', 'not-shift')),
     template_code text check ((kind = 'day-off') = (template_code is null)),
     note text,
     stated_at timestamptz not null,
     stated_by text not null,
     withdrawn_at timestamptz
   )`,
  `create unique index roster_wish_once on roster_wish (staff_number, day, kind, coalesce(template_code, ''))
     where withdrawn_at is null`,
  `create index roster_wish_of_day on roster_wish (day) where withdrawn_at is null`,
  // Who works by which pattern in a roster; the cycle begins at the anchor.
  `create table roster_member (
     roster_id uuid not null references roster,
     staff_number text not null,
     pattern_code text not null,
     pattern_version integer not null,
     anchor date not null,
     primary key (roster_id, staff_number),
     foreign key (pattern_code, pattern_version) references work_pattern (code, version)
   )`,
  // A change of what is published (§8: four weeks ahead, or with consent).
  `create table roster_change (
     id uuid primary key,
     roster_id uuid not null references roster,
     state text not null check (state in ('awaiting-consent', 'applied', 'refused', 'withdrawn')),
     changes jsonb not null,
     reason text not null,
     violations jsonb not null default '[]',
     asked_at timestamptz not null,
     asked_by text not null,
     settled_at timestamptz
   )`,
  `create index roster_change_newest on roster_change (roster_id, asked_at desc, id desc)`,
  `create table roster_change_consent (
     change_id uuid not null references roster_change,
     staff_number text not null,
     answer text check (answer in ('given', 'refused')),
     answered_at timestamptz,
     answered_by text,
     primary key (change_id, staff_number)
   )`,
  `create index roster_change_consent_of on roster_change_consent (staff_number) where answer is null`,
];
