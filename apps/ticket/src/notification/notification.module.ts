import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { ForgetNotifications } from './forget-notifications';
import { ListNotificationsHandler } from './list-notifications/list-notifications.handler';
import { Notifications } from './notifications.port';
import { PgNotifications } from './persistence/pg-notifications';
import { ReadNotificationHandler } from './read-notification/read-notification.handler';

/** What departments and leaders are to know, in a list that they look at. */
@Module({
  imports: [PolicyModule],
  controllers: [ListNotificationsHandler, ReadNotificationHandler],
  providers: [ForgetNotifications, { provide: Notifications, useClass: PgNotifications }],
  exports: [Notifications],
})
export class NotificationModule {}
