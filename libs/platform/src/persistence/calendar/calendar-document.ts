/** A working calendar as every service stores its copy of it; the domain knows what it means. Dates are YYYY-MM-DD. */
export interface StoredCalendar {
  readonly id: string;
  readonly source: string;
  readonly sourceVersion: string;
  readonly coverage: { readonly from: string; readonly to: string };
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  readonly workingWeekdays: readonly number[];
  readonly overrides: readonly StoredCalendarOverride[];
}

export interface StoredCalendarOverride {
  readonly date: string;
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly inLieu?: boolean;
}
