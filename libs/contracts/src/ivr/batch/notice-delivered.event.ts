import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { event } from '../../kernel/contract';
import { ContactEventPayload } from './contact-event.payload';

export class NoticeDeliveredPayload extends ContactEventPayload {
  @ApiProperty({ description: 'The call: the channel id at the PBX' })
  @IsString()
  callId: string;

  @ApiProperty({ description: '`in`: the customer called back and heard it (T1.8)', enum: ['out', 'in'] })
  @IsIn(['out', 'in'])
  direction: 'out' | 'in';

  @ApiProperty({
    description: 'Milliseconds of the notice that were heard',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  heardMs?: number;
}

/** A customer confirmed the notice or heard its essential part (T2.6). */
export const NoticeDelivered = event({
  subject: 'ivr.event.notice-delivered.v1',
  payload: NoticeDeliveredPayload,
});
