import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { event } from '../../kernel/contract';
import { ContactEventPayload } from './contact-event.payload';
import { CANCEL_REASONS, type CancelReasonName } from './words';

export class ContactCancelledPayload extends ContactEventPayload {
  @ApiProperty({ description: 'Why', enum: CANCEL_REASONS })
  @IsIn(CANCEL_REASONS)
  reason: CancelReasonName;
}

/** A notice became pointless before it was told (T2.9). A stopped batch is told by its figures, not by contact. */
export const ContactCancelled = event({
  subject: 'ivr.event.contact-cancelled.v1',
  payload: ContactCancelledPayload,
});
