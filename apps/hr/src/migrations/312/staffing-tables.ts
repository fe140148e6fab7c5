export const STAFFING_TABLES = [
  // What the queues took, by quarter hour: a projection of ivr's figures, or imported.
  `create table call_interval (
     queue text not null,
     start_at timestamptz not null,
     offered integer not null check (offered >= 0),
     answered integer check (answered >= 0),
     handling_seconds double precision check (handling_seconds >= 0),
     source text not null check (source in ('ivr', 'import')),
     taken_at timestamptz not null,
     primary key (queue, start_at)
   )`,
  `create table call_forecast (
     id uuid primary key,
     queue text not null,
     from_date date not null,
     to_date date not null,
     interval_minutes integer not null,
     made_at timestamptz not null,
     made_by text not null,
     -- Errors on held-out weeks, beside naive-last-week's.
     measure jsonb not null,
     intervals jsonb not null
   )`,
  `create index call_forecast_newest on call_forecast (made_at desc, id desc)`,
  `create table roster_proposal (
     id uuid primary key,
     roster_id uuid not null references roster,
     state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
     request jsonb not null,
     stage text,
     percent integer not null default 0 check (percent between 0 and 100),
     result jsonb,
     problem text,
     tries integer not null default 0,
     asked_at timestamptz not null,
     asked_by text not null,
     started_at timestamptz,
     beat_at timestamptz,
     ended_at timestamptz
   )`,
  `create unique index roster_proposal_open on roster_proposal (roster_id) where state in ('queued', 'running')`,
  `create index roster_proposal_of on roster_proposal (roster_id, asked_at desc, id desc)`,
];
