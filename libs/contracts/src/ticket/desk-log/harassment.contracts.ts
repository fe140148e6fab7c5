import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, OptionalPhone, OptionalText, Reference, RequiredText } from '../fields';

export class HarassmentFacts {
  @Instant('When the call was')
  at: string;

  @OptionalText('Id of the call', 100)
  callId?: string;

  @OptionalPhone('Number that called')
  phone?: string;

  @RequiredText('What happened', 2000)
  text: string;

  @ApiProperty({ description: 'The caller was warned before' })
  @IsBoolean()
  warned: boolean;

  @ApiProperty({ description: 'The agent hung up' })
  @IsBoolean()
  hungUp: boolean;

  @RequiredText('Shift leader or head whom it was reported to', 200)
  reportedTo: string;
}

export class RecordHarassmentRequest extends HarassmentFacts {
  @Reference("The sender's own name; the same reference is one entry")
  reference: string;
}

export class HarassmentView extends HarassmentFacts {
  @ApiProperty({ description: 'Id of the entry', format: 'uuid' })
  @IsUUID()
  entryId: string;

  @RequiredText('Who recorded it', 200)
  recordedBy: string;

  @Instant('When it was recorded')
  recordedAt: string;
}

/** A harassing call: warned, hung up, reported (§2.8, art. 11(14)); nothing of it is changed or removed. */
export const RecordHarassment = operation({
  subject: 'ticket.command.record-harassment.v1',
  request: RecordHarassmentRequest,
  reply: HarassmentView,
});

export class ListHarassmentRequest extends PageRequest {
  @OptionalPhone('Only from this number')
  phone?: string;

  @OptionalInstant('Only calls at this time or later')
  from?: string;

  @OptionalInstant('Only calls before this time')
  before?: string;
}

export class HarassmentPage extends PageOf(HarassmentView, 'Entries, the latest call first') {}

export const ListHarassment = operation({
  subject: 'ticket.query.harassment.v1',
  request: ListHarassmentRequest,
  reply: HarassmentPage,
});
