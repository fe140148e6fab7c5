import { Controller } from '@nestjs/common';
import {
  ListNotifications,
  ListNotificationsRequest,
  type NotificationPage,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toNotificationView } from '../notification-view';
import { Notifications } from '../notifications.port';

@Controller()
export class ListNotificationsHandler {
  constructor(private readonly notifications: Notifications) {}

  @Handles(ListNotifications)
  async handle(request: ListNotificationsRequest, { actor }: RequestContext): Promise<NotificationPage> {
    const { limit = 50, cursor, ...filter } = request;
    const within = actor.scope.includes('all') ? {} : { within: actor.scope };
    const page = await this.notifications.list({ ...filter, ...within }, limit, cursor);
    return { items: page.items.map(toNotificationView), nextCursor: page.nextCursor };
  }
}
