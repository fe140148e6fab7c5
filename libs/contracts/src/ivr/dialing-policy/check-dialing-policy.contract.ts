import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DialingPolicyReference, PolicyDocument } from './dialing-policy.view';

export class CheckDialingPolicyRequest extends DialingPolicyReference {
  @PolicyDocument('What to check')
  document: Record<string, unknown>;
}

export class DialingPolicyProblem {
  @ApiProperty({ description: 'Where, e.g. `document.windows.resident.ranges`' })
  @IsString()
  field: string;

  @ApiProperty({ description: 'What would be right' })
  @IsString()
  problem: string;
}

export class DialingPolicyCheck {
  @ApiProperty({ description: 'Whether it could be set as it is' })
  @IsBoolean()
  valid: boolean;

  @ApiProperty({ description: 'Everything that is wrong with it', type: [DialingPolicyProblem] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialingPolicyProblem)
  problems: DialingPolicyProblem[];
}

/** Tells every problem of a document in one answer, and stores nothing. */
export const CheckDialingPolicy = operation({
  subject: 'ivr.query.check-dialing-policy.v1',
  request: CheckDialingPolicyRequest,
  reply: DialingPolicyCheck,
});
