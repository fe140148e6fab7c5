import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Instant, OptionalInstant } from '../fields';

/** `waiting`: to be posted, for the first time or again · `dead`: given up, until somebody sends it again. */
export const WEBHOOK_DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const;
export type WebhookDeliveryState = (typeof WEBHOOK_DELIVERY_STATES)[number];

export class WebhookDeliveryView {
  @ApiProperty({
    description: 'Id of the delivery; the header webhook-id, the same at every try',
    format: 'uuid',
  })
  @IsUUID()
  deliveryId: string;

  @ApiProperty({ description: 'Webhook that it goes to', format: 'uuid' })
  @IsUUID()
  webhookId: string;

  @ApiProperty({ description: 'What happened', example: 'work-order.changed', maxLength: 60 })
  @IsString()
  @MaxLength(60)
  event: string;

  @ApiProperty({ description: 'Where it stands', enum: WEBHOOK_DELIVERY_STATES })
  @IsIn(WEBHOOK_DELIVERY_STATES)
  state: WebhookDeliveryState;

  @ApiProperty({ description: 'Tries so far', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  tries: number;

  @Instant('When it happened')
  occurredAt: string;

  @OptionalInstant('When it is tried next')
  nextTryAt?: string;

  @OptionalInstant('When the other side took it')
  deliveredAt?: string;

  @ApiPropertyOptional({ description: 'HTTP status of the latest answer', type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(100)
  @Max(999)
  lastStatus?: number;

  @ApiPropertyOptional({ description: 'Why the latest try failed', maxLength: 300 })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  lastError?: string;
}
