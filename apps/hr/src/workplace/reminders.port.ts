/** Something that a member of staff is to know or do, in a list of their own. */
export interface NewReminder {
  readonly staffNumber: string;
  /** What it is about, e.g. `duty-missed`. */
  readonly kind: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** REST path below /api/v1. */
  readonly link?: string;
  /** The same key is told once. */
  readonly onceKey: string;
}

export interface Reminder extends Omit<NewReminder, 'onceKey'> {
  readonly id: string;
  readonly at: Date;
  readonly readAt?: Date;
}

export interface ReminderPage {
  readonly items: readonly Reminder[];
  readonly nextCursor?: string;
}

/** What the staff are reminded of. */
export abstract class Reminders {
  /** Those whose key was used before are left out; joins the open transaction. */
  abstract add(reminders: readonly NewReminder[], at: Date): Promise<void>;
  abstract list(
    staffNumber: string,
    filter: { readonly unread?: boolean; readonly kind?: string },
    page: { readonly limit?: number; readonly cursor?: string; readonly order?: 'newest' | 'oldest' },
  ): Promise<ReminderPage>;
  /** One's own alone; undefined when there is no such reminder. Read once stays read. */
  abstract read(id: string, staffNumber: string, at: Date): Promise<Reminder | undefined>;
}
