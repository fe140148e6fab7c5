import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Instant, RequiredText } from './fields';

/** Codes with which a service refuses a version of a policy. */
export const SET_POLICY_ERRORS = ['policy.invalid', 'policy.in-past', 'policy.already-set'] as const;

/** One version of a dated rule; it holds from its date until that of the next. */
export class PolicyVersionFields {
  @Instant('From when this version holds')
  validFrom: string;

  @ApiProperty({ description: 'The whole document', type: 'object', additionalProperties: true })
  @IsObject()
  document: Record<string, unknown>;

  @RequiredText('Who set it', 200)
  setBy: string;
}
