import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DialingPolicyReference, DialingPolicyVersionView } from './dialing-policy.view';
import { DIALING_POLICY_ERRORS } from './errors';

export class ListDialingPolicyVersionsRequest extends DialingPolicyReference {}

export class DialingPolicyVersions {
  @ApiProperty({
    description: 'The latest first, down to what the product comes with; of one day the one set last holds',
    type: [DialingPolicyVersionView],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialingPolicyVersionView)
  items: DialingPolicyVersionView[];
}

export const ListDialingPolicyVersions = operation({
  subject: 'ivr.query.list-dialing-policy-versions.v1',
  request: ListDialingPolicyVersionsRequest,
  reply: DialingPolicyVersions,
  errors: [DIALING_POLICY_ERRORS.notFound],
});
