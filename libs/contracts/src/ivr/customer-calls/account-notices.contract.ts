import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { AccountNo, Instant, OptionalInstant, OptionalText, RequiredText } from '../../ticket/fields';
import {
  BATCH_KINDS,
  type BatchKindName,
  CONTACT_STATES,
  type ContactStateName,
  DISPOSITIONS,
  type DispositionName,
} from '../batch/words';

export class ListAccountNoticesRequest extends PageRequest {
  @AccountNo()
  accountNo: string;
}

/** A notice to a customer, and what came of it; the number it went to is with the batch. */
export class AccountNotice {
  @RequiredText('Id of the contact', 40)
  contactId: string;

  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @RequiredText('What it is about: a reading date, a bill month, an outage', 100)
  period: string;

  @ApiProperty({ description: 'State', enum: CONTACT_STATES })
  @IsIn(CONTACT_STATES)
  state: ContactStateName;

  @ApiPropertyOptional({ description: 'How it ended', enum: DISPOSITIONS })
  @IsOptional()
  @IsIn(DISPOSITIONS)
  disposition?: DispositionName;

  @OptionalText('Why it ended so', 40)
  dispositionReason?: string;

  @OptionalInstant('When it ended')
  disposedAt?: string;

  @ApiProperty({ description: 'Calls that count', type: 'integer' })
  @IsInt()
  countedAttempts: number;

  @Instant('When its batch was made')
  createdAt: string;
}

export class AccountNoticePage extends PageOf(AccountNotice, 'The latest first') {}

/** Notices of every batch to one account, the latest first. */
export const ListAccountNotices = operation({
  subject: 'ivr.query.account-notices.v1',
  request: ListAccountNoticesRequest,
  reply: AccountNoticePage,
});
