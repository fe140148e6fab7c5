import type { NotifiedRole } from '@switchyard/contracts';

type Bilingual = { readonly 'zh-CN': string; readonly en: string };

/** What somebody is to know, in a list that they look at; mail and the like are another matter. */
export interface NewNotification {
  /** What it is about, e.g. `clock-escalated`. */
  readonly kind: string;
  readonly role: NotifiedRole;
  readonly department?: string;
  readonly accountId?: string;
  readonly subject?: string;
  readonly subjectId?: string;
  readonly clockId?: string;
  readonly level?: number;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly at: Date;
  /** The same key is told once. */
  readonly onceKey: string;
}

export interface Notification extends Omit<NewNotification, 'onceKey'> {
  readonly id: string;
  readonly readAt?: Date;
  readonly readBy?: string;
}

export interface NotificationFilter {
  readonly role?: NotifiedRole;
  readonly department?: string;
  readonly accountId?: string;
  readonly unread?: boolean;
  readonly kind?: string;
  /** Departments that the asking person may see; absent for all. */
  readonly within?: readonly string[];
}

export interface NotificationsPage {
  readonly items: readonly Notification[];
  readonly nextCursor?: string;
}

export abstract class Notifications {
  /** Those whose key was used before are left out. */
  abstract add(notifications: readonly NewNotification[]): Promise<void>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make */
  abstract list(filter: NotificationFilter, limit: number, cursor?: string): Promise<NotificationsPage>;
  /** Removes at most `limit` that were told before these times. @returns how many */
  abstract forget(readBefore: Date, unreadBefore: Date, limit: number): Promise<number>;
  /** Marks it as read unless it is; undefined when there is no such notification, or not of one of these departments. */
  abstract read(
    id: string,
    by: string,
    at: Date,
    within?: readonly string[],
  ): Promise<Notification | undefined>;
}
