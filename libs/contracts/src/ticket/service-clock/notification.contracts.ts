import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalFlag, OptionalInstant, OptionalOneOf, OptionalText } from '../fields';
import { BilingualText } from '../../kernel/bilingual-text';
import { OptionalWord, Word } from './service-clock.fields';
import { NOTIFIED_ROLES, type NotifiedRole, SERVICE_CLOCK_ERRORS } from './words';

export class NotificationView {
  @ApiProperty({ description: 'Id of the notification', format: 'uuid' })
  @IsUUID()
  notificationId: string;

  @Word('What it is about', 'clock-escalated')
  kind: string;

  @ApiProperty({ description: 'Whom it is for', enum: NOTIFIED_ROLES })
  @IsIn(NOTIFIED_ROLES)
  role: NotifiedRole;

  @OptionalWord('Of which department', 'business')
  department?: string;

  @OptionalText('For this person', 200)
  accountId?: string;

  @OptionalText('`work-order`, `outage` or `notice-data`', 60)
  subject?: string;

  @OptionalText('Number of the work order, or id of the outage', 100)
  subjectId?: string;

  @ApiProperty({ description: 'Title', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  title: BilingualText;

  @ApiProperty({ description: 'Text', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  text: BilingualText;

  @Instant('When it was told')
  at: string;

  @OptionalInstant('When somebody read it')
  readAt?: string;

  @OptionalText('Who read it', 200)
  readBy?: string;
}

export class ListNotificationsRequest extends PageRequest {
  @OptionalOneOf('Only for these', NOTIFIED_ROLES)
  role?: NotifiedRole;

  @OptionalWord('Only for this department', 'business')
  department?: string;

  @OptionalText('Only for this person', 200)
  accountId?: string;

  @OptionalFlag('Only those that nobody has read, or only the others')
  unread?: boolean;

  @OptionalWord('Only about this', 'clock-escalated')
  kind?: string;
}

export class NotificationPage extends PageOf(NotificationView, 'The latest first') {}

export const ListNotifications = operation({
  subject: 'ticket.query.notifications.v1',
  request: ListNotificationsRequest,
  reply: NotificationPage,
});

export class ReadNotificationRequest {
  @ApiProperty({ description: 'Id of the notification', format: 'uuid' })
  @IsUUID()
  notificationId: string;
}

/** Somebody has read it; whoever comes second changes nothing. */
export const ReadNotification = operation({
  subject: 'ticket.command.read-notification.v1',
  request: ReadNotificationRequest,
  reply: NotificationView,
  errors: [SERVICE_CLOCK_ERRORS.notificationNotFound],
});
