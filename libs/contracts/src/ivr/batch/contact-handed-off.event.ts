import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString } from 'class-validator';
import { event } from '../../kernel/contract';
import { ContactEventPayload } from './contact-event.payload';
import { HAND_OFF_REASONS, type HandOffReasonName } from './words';

export class ContactHandedOffPayload extends ContactEventPayload {
  @ApiProperty({ description: 'Why', enum: HAND_OFF_REASONS })
  @IsIn(HAND_OFF_REASONS)
  reason: HandOffReasonName;

  @ApiProperty({ description: "Where it goes: `paper-notice` or the batch's own target" })
  @IsString()
  target: string;
}

/** A customer could not be told by telephone; once per contact (T2.11, rules §6). */
export const ContactHandedOff = event({
  subject: 'ivr.event.contact-handed-off.v1',
  payload: ContactHandedOffPayload,
});
