import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { ContactView } from './contact.view';
import { BATCH_ERRORS } from './errors';
import { CONTACT_STATES, type ContactStateName, type DispositionName, DISPOSITIONS } from './words';

export class ListContactsRequest extends PageRequest {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'State', enum: CONTACT_STATES, required: false })
  @IsOptional()
  @IsIn(CONTACT_STATES)
  state?: ContactStateName;

  @ApiProperty({ description: 'How it ended', enum: DISPOSITIONS, required: false })
  @IsOptional()
  @IsIn(DISPOSITIONS)
  disposition?: DispositionName;

  @ApiProperty({ description: 'Account number', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  accountNo?: string;

  @ApiProperty({ description: 'In any form that an import would take', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  number?: string;
}

export class ContactPage extends PageOf(ContactView, 'One page') {}

/** Contacts of one batch in the order of their import. */
export const ListContacts = operation({
  subject: 'ivr.query.list-contacts.v1',
  request: ListContactsRequest,
  reply: ContactPage,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.numberInvalid, BATCH_ERRORS.badCursor],
});
