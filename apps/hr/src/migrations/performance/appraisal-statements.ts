/** Quarterly and yearly appraisals by templates (S1 三(2)). */
export const APPRAISAL_STATEMENTS: readonly string[] = [
  `create table appraisal_template (
     code text not null,
     version integer not null check (version >= 1),
     document jsonb not null,
     state text not null check (state in ('draft', 'published')),
     made_at timestamptz not null,
     made_by text not null,
     published_at timestamptz,
     published_by text,
     primary key (code, version)
   )`,
  `create table appraisal (
     id uuid primary key,
     staff_number text not null,
     period text not null,
     template_code text not null,
     template_version integer not null,
     state text not null check (state in ('draft', 'published', 'acknowledged')),
     judged jsonb not null default '{}',
     result jsonb not null,
     total numeric(5, 2),
     remark text,
     drafted_at timestamptz not null,
     drafted_by text not null,
     published_at timestamptz,
     published_by text,
     acknowledged_at timestamptz,
     comment text,
     unique (staff_number, period, template_code),
     foreign key (template_code, template_version) references appraisal_template
   )`,
  `create index appraisal_newest on appraisal (drafted_at desc, id desc)`,
];
