import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { all, Day } from '../../ticket/fields';

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

export const DIALING_POLICY_STATES = ['to-come', 'in-force', 'past'] as const;
export type DialingPolicyState = (typeof DIALING_POLICY_STATES)[number];

export class DialingPolicyReference {
  @ApiProperty({
    description: 'Name of the policy, as batches name it',
    example: 'standard',
    pattern: NAME.source,
  })
  @Matches(NAME, { message: 'must be 1 to 64 small letters, digits and dashes, the first a letter' })
  name: string;
}

/** The document of a policy; its fields are checked by ivr. */
export const PolicyDocument = (description: string): PropertyDecorator =>
  all(
    ApiProperty({
      description:
        `${description}: labOnly, zoneOffsetMinutes, windows by kind of customer, restTimes, closingMarginSeconds, ` +
        'attempts by kind of batch (maxCounted, spacingSeconds, lastInAnotherPartOfDay), technical, ringSeconds, ' +
        'successRule, dialogue, frequencyCaps, maxNoticesPerCall. Times are HH:MM. `id` and `validFrom` may be left out',
      type: 'object',
      additionalProperties: true,
    }),
    IsObject(),
  );

export class DialingPolicyVersionView extends DialingPolicyReference {
  @Day('First day on which it holds, YYYY-MM-DD in China')
  validFrom: string;

  @ApiProperty({
    description: 'Whether it holds now; `past`: a later version has taken its place',
    enum: DIALING_POLICY_STATES,
  })
  @IsIn(DIALING_POLICY_STATES)
  state: DialingPolicyState;

  @PolicyDocument('The whole document')
  document: Record<string, unknown>;

  @ApiProperty({ description: 'Who set it; `system:ivr` for what the product comes with' })
  @IsString()
  setBy: string;

  @ApiPropertyOptional({ description: 'When it was set, ISO 8601', format: 'date-time' })
  @IsOptional()
  @IsISO8601()
  setAt?: string;
}
