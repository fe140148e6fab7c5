import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsInt, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DialingPolicyVersionView } from './dialing-policy.view';

export class ListDialingPoliciesRequest {}

export class DialingPolicyListed extends DialingPolicyVersionView {
  @ApiProperty({ description: 'Number of its versions, the built-in one included', type: 'integer' })
  @IsInt()
  versions: number;
}

export class DialingPolicyList {
  @ApiProperty({
    description: 'Every policy by name, with the version in force, or the first to come',
    type: [DialingPolicyListed],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialingPolicyListed)
  items: DialingPolicyListed[];
}

export const ListDialingPolicies = operation({
  subject: 'ivr.query.list-dialing-policies.v1',
  request: ListDialingPoliciesRequest,
  reply: DialingPolicyList,
});
