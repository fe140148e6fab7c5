import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalText, RequiredText } from '../fields';

export const PRESENCES_OF_OWNERS = ['ready', 'busy', 'away', 'off'] as const;
export type PresenceOfOwner = (typeof PRESENCES_OF_OWNERS)[number];

export class OwnerCandidate {
  @RequiredText('Sign-in account', 200)
  person: string;

  @ApiProperty({ description: 'Whether they are there', enum: PRESENCES_OF_OWNERS })
  @IsIn(PRESENCES_OF_OWNERS)
  presence: PresenceOfOwner;

  @ApiPropertyOptional({ description: 'What they know', type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  skills?: string[];
}

export class SuggestOwnerRequest {
  @ApiProperty({ description: 'Who could see to it', type: [OwnerCandidate] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OwnerCandidate)
  candidates: OwnerCandidate[];

  @OptionalText('What is needed', 60)
  skill?: string;
}

export class SuggestedOwner {
  @RequiredText('Sign-in account', 200)
  person: string;

  @ApiProperty({ description: 'Whether they are there', enum: PRESENCES_OF_OWNERS })
  @IsIn(PRESENCES_OF_OWNERS)
  presence: PresenceOfOwner;

  @ApiProperty({ description: 'Work orders in hand that are not finished', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  openItems: number;

  @ApiProperty({ description: 'Knows what is needed' })
  @IsBoolean()
  hasSkill: boolean;
}

export class SuggestedOwners {
  @ApiProperty({ description: 'The best first; nobody who is off', type: [SuggestedOwner] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SuggestedOwner)
  items: SuggestedOwner[];
}

/** Who should see to a work order, by skill, presence and what each has in hand. */
export const SuggestOwner = operation({
  subject: 'ticket.query.suggested-owners.v1',
  request: SuggestOwnerRequest,
  reply: SuggestedOwners,
});
