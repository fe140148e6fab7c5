import { Controller, Inject } from '@nestjs/common';
import {
  type NotificationView,
  ReadNotification,
  ReadNotificationRequest,
  type RequestContext,
  SERVICE_CLOCK_ERRORS,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { toNotificationView } from '../notification-view';
import { Notifications } from '../notifications.port';

@Controller()
export class ReadNotificationHandler {
  constructor(
    private readonly notifications: Notifications,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ReadNotification)
  async handle(request: ReadNotificationRequest, { actor }: RequestContext): Promise<NotificationView> {
    const { notificationId } = request;
    const within = actor.scope.includes('all') ? undefined : actor.scope;
    const read = await this.notifications.read(notificationId, actor.id, this.clock.now(), within);
    if (read) return toNotificationView(read);
    throw new DomainError(
      SERVICE_CLOCK_ERRORS.notificationNotFound,
      `There is no notification ${notificationId}.`,
      {
        notificationId,
      },
    );
  }
}
