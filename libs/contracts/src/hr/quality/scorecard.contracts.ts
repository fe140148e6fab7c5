import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import {
  Figure,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  OptionalInstant,
  OptionalNested,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { QUALITY_ERRORS } from './errors';
import { Code, OptionalCode } from './quality-fields';
import {
  SCORECARD_ASPECT_WORDS,
  SCORECARD_KINDS,
  SCORECARD_STATES,
  type ScorecardAspectWord,
  type ScorecardKindWord,
  type ScorecardStateWord,
} from './words';

export class ScorecardItemBody {
  @Code('Code of the item, unique in the scorecard', 'greeting-active')
  code: string;

  @Nested('Name', () => BilingualText)
  names: BilingualText;

  @OneOf('Points, all or nothing, or a critical item that fails the whole call', SCORECARD_KINDS)
  kind: ScorecardKindWord;

  @OneOf('Whether it tells of the business or of the professional side (§12, 7)', SCORECARD_ASPECT_WORDS)
  aspect: ScorecardAspectWord;

  @ApiProperty({
    description: 'Weight of 100, to a hundredth; 0 for critical items',
    minimum: 0,
    maximum: 100,
  })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  weight: number;

  @ApiPropertyOptional({
    description: 'Most points that can be given; the weight unless told',
    maximum: 1000,
  })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(1000)
  maxPoints?: number;

  @Flag('Whether it may be left out of a call; its weight goes to the others then')
  mayNotApply: boolean;

  @OptionalNested('What is listened for', () => BilingualText)
  criteria?: BilingualText;

  @OptionalText('Course of the catalogue that helps', 20)
  courseCode?: string;
}

export class ScorecardSectionBody {
  @Code('Code of the section', 'greeting')
  code: string;

  @Nested('Name', () => BilingualText)
  names: BilingualText;

  @ListOf('Items', () => ScorecardItemBody)
  @ArrayMaxSize(50)
  items: ScorecardItemBody[];
}

export class ScorecardBody {
  @Nested('Name', () => BilingualText)
  names: BilingualText;

  @ListOf('Sections', () => ScorecardSectionBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  sections: ScorecardSectionBody[];
}

export class ScorecardReference {
  @Code('Code of the scorecard')
  code: string;
}

export class WriteScorecardRequest extends ScorecardBody {
  @Code('Code of the scorecard')
  code: string;
}

export class ScorecardView extends WriteScorecardRequest {
  @ApiProperty({ description: 'Version, from 1', type: 'integer' })
  @IsInt()
  @Min(1)
  version: number;

  @OneOf('State; one version of a code is in force', SCORECARD_STATES)
  state: ScorecardStateWord;

  @Figure('Sum of the weights; must be 100 to publish (C15)')
  weightSum: number;

  @Instant('When it was written, for the last time')
  writtenAt: string;

  @RequiredText('Who wrote it', 200)
  writtenBy: string;

  @OptionalInstant('When it was published')
  publishedAt?: string;

  @OptionalText('Who published it', 200)
  publishedBy?: string;

  @OptionalInstant('When it was retired')
  retiredAt?: string;

  @OptionalText('Who retired it', 200)
  retiredBy?: string;
}

/** Writes the draft of a scorecard, in the place of the draft that is there; a new code begins a new scorecard. */
export const WriteScorecard = operation({
  subject: 'hr.command.write-scorecard.v1',
  request: WriteScorecardRequest,
  reply: ScorecardView,
  errors: [QUALITY_ERRORS.scorecardInvalid],
});

/** Puts the draft in force and retires the version before; refused when the weights do not sum to 100 (C15). */
export const PublishScorecard = operation({
  subject: 'hr.command.publish-scorecard.v1',
  request: ScorecardReference,
  reply: ScorecardView,
  errors: [QUALITY_ERRORS.noDraft, QUALITY_ERRORS.scorecardInvalid],
});

/** Takes the version in force out of use; nothing new is judged by it. */
export const RetireScorecard = operation({
  subject: 'hr.command.retire-scorecard.v1',
  request: ScorecardReference,
  reply: ScorecardView,
  errors: [QUALITY_ERRORS.noneInForce],
});

export class GetScorecardRequest extends ScorecardReference {
  @Type(() => Number)
  @OptionalWhole('Version; the one in force unless told', 1, 1_000_000)
  version?: number;
}

export const GetScorecard = operation({
  subject: 'hr.query.scorecard.v1',
  request: GetScorecardRequest,
  reply: ScorecardView,
  errors: [QUALITY_ERRORS.scorecardNotFound],
});

export class ListScorecardsRequest extends PageRequest {
  @OptionalCode('Only versions of this scorecard')
  code?: string;

  @OptionalOneOf('Only in this state', SCORECARD_STATES)
  state?: ScorecardStateWord;
}

export class ScorecardPage extends PageOf(ScorecardView) {}

/** Versions of scorecards, by code, the latest version first. */
export const ListScorecards = operation({
  subject: 'hr.query.scorecards.v1',
  request: ListScorecardsRequest,
  reply: ScorecardPage,
});
