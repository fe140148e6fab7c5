import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { Instant, OptionalInstant, RequiredText } from '../fields';

/** What a department's system can be told of; `webhook.ping` only tries the connection. */
export const WEBHOOK_EVENTS = [
  'work-order.opened',
  'work-order.changed',
  'clock.escalated',
  'outage.registered',
  'outage.changed',
  'outage.restored',
  'outage.cancelled',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export class WebhookReference {
  @ApiProperty({ description: 'Id of the webhook', format: 'uuid' })
  @IsUUID()
  webhookId: string;
}

export class WebhookFacts {
  @RequiredText('What it is for, in words', 100)
  name: string;

  @ApiProperty({
    description: 'Where events are posted; http or https, without a user or password in it',
    example: 'https://repair.example.org/switchyard',
    maxLength: 500,
  })
  @IsString()
  @MaxLength(500)
  @IsUrl(
    {
      protocols: ['http', 'https'],
      require_protocol: true,
      require_tld: false,
      disallow_auth: true,
      allow_fragments: false,
    },
    { message: 'must be an http or https address without a user, a password or a fragment' },
  )
  url: string;

  @ApiProperty({ description: 'What it is told', enum: WEBHOOK_EVENTS, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(WEBHOOK_EVENTS, { each: true })
  events: WebhookEvent[];

  @ApiPropertyOptional({
    description:
      'Only work orders and clocks that this department owns; outages are told to every webhook that asks for them',
    example: 'repair',
  })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { message: 'must be the code of a department, e.g. repair' })
  department?: string;

  @ApiPropertyOptional({
    description: "Whether customers' numbers and words go out too; left out unless true",
    default: false,
  })
  @IsOptional()
  @IsBoolean()
  personalData?: boolean;
}

export class WebhookView extends WebhookFacts {
  @ApiProperty({ description: 'Id of the webhook', format: 'uuid' })
  @IsUUID()
  webhookId: string;

  @ApiProperty({ description: 'Whether events are posted; what happens while it is off is not told later' })
  @IsBoolean()
  active: boolean;

  @Instant('When it was created')
  createdAt: string;

  @ApiProperty({ description: 'Who created it', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  createdBy: string;

  @OptionalInstant('Until when the secret before the newest signs as well')
  previousSecretUntil?: string;

  @ApiProperty({ description: 'Deliveries that wait or are tried again', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  waiting: number;

  @ApiProperty({ description: 'Deliveries given up: the dead-letter list', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  dead: number;
}

/** The only answers that hold the secret: of creating a webhook, and of a new secret. */
export class WebhookWithSecret extends WebhookView {
  @ApiProperty({
    description: 'Signs what is posted, by the Standard Webhooks scheme. It is shown this once',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  })
  @Matches(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
  secret: string;
}
