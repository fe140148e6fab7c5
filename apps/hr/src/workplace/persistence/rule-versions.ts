/** Versions with their rule; the key is made of both, for paging. */
export const VERSIONS = `(
  select b.kind, b.departments, b.posts, b.groups, w.*,
         md5(w.code || ' ' || w.version)::uuid as key,
         exists (select 1 from rule_book_version x
                  where x.code = w.code and x.version > w.version and x.state = 'approved') as followed,
         (select min(x.in_force_from) from rule_book_version x
           where x.code = w.code and x.version > w.version and x.state = 'approved') as followed_from
    from rule_book_version w join rule_book_entry b on b.code = w.code)`;

/** Where version `v` stands on a day, given as SQL. */
export const standingOf = (today: string): string => `case
  when v.state <> 'approved' then v.state
  when v.in_force_from > ${today}::date then 'coming'
  when v.followed and v.followed_from <= ${today}::date then 'superseded'
  else 'in-force' end`;

/** Whether version `v` is in force on the day $1. */
export const IN_FORCE = `${standingOf('$1')} = 'in-force'`;
