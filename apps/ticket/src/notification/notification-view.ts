import type { NotificationView } from '@switchyard/contracts';
import type { Notification } from './notifications.port';

export function toNotificationView(notification: Notification): NotificationView {
  const { id, kind, role, department, accountId, subject, subjectId, title, text, at, readAt, readBy } =
    notification;
  return {
    notificationId: id,
    kind,
    role,
    department,
    accountId,
    subject,
    subjectId,
    title,
    text,
    readBy,
    at: at.toISOString(),
    readAt: readAt?.toISOString(),
  };
}
