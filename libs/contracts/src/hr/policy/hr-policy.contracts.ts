import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant } from '../../kernel/fields';
import { PolicyVersionFields, SET_POLICY_ERRORS } from '../../kernel/policy';
import { HR_POLICIES, type HrPolicyName } from './hr-policies';

export class HrPolicyRequest {
  @ApiProperty({ description: 'Name of the policy', enum: HR_POLICIES })
  @IsIn(HR_POLICIES)
  name: HrPolicyName;
}

export class HrPolicyView extends PolicyVersionFields {
  @ApiProperty({ description: 'Name of the policy', enum: HR_POLICIES })
  @IsIn(HR_POLICIES)
  name: HrPolicyName;
}

export class HrPolicyVersions {
  @ApiProperty({
    description: 'All versions, the latest first; the first whose date has come holds',
    type: [HrPolicyView],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HrPolicyView)
  items: HrPolicyView[];
}

export const ListHrPolicyVersions = operation({
  subject: 'hr.query.policy-versions.v1',
  request: HrPolicyRequest,
  reply: HrPolicyVersions,
});

export class SetHrPolicyRequest extends HrPolicyRequest {
  @Instant('From when it holds; not in the past')
  validFrom: string;

  @ApiProperty({ description: 'The whole document', type: 'object', additionalProperties: true })
  @IsObject()
  document: Record<string, unknown>;
}

/** Adds a version; nothing that held is rewritten. */
export const SetHrPolicy = operation({
  subject: 'hr.command.set-policy.v1',
  request: SetHrPolicyRequest,
  reply: HrPolicyView,
  errors: SET_POLICY_ERRORS,
});
