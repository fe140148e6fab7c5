/** A row as Postgres gives it: what is absent is null. */
export type Nullable<T> = { readonly [Key in keyof T]-?: Exclude<T[Key], undefined> | null };

/** Columns that are null become absent. */
export function withoutNulls<T extends object>(row: Nullable<T>): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}
