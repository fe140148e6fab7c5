import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsObject, IsString, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, RequiredText } from '../fields';
import { SERVICE_CLOCK_ERRORS } from './words';

const ID = /^L\d\d(-[a-z0-9]{1,40}){0,6}$/;

export class ClockPolicyReference {
  @ApiProperty({
    description: 'Id of the policy: the limit’s number, with a suffix where it has several values',
    example: 'L12',
  })
  @Matches(ID, { message: 'must be a limit L01 to L99, with a suffix if need be (L21-low-voltage)' })
  policyId: string;
}

export class ClockPolicyView extends ClockPolicyReference {
  @ApiProperty({ description: 'Version, from 1, the standard’s', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  version: number;

  @Instant('From when this version holds, for clocks that start then or later')
  validFrom: string;

  @ApiProperty({
    description:
      '{ id, limit, nameZh, nameEn, subject, stage, where: { <fact>: [values] }, owner, start: [{ type, where }], met, ended, ' +
      'restart: goes-on|replaces, target: { value, unit, restDays: move-on|stay } | { unit: given, field, daysBefore }, ' +
      'pause: stops|ignored, levels: [{ level, threshold: { kind: percent|before|after|after-start, value, unit }, recipients, where }], active }',
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  document: Record<string, unknown>;

  @ApiProperty({ description: 'Who set it' })
  @IsString()
  @MaxLength(200)
  setBy: string;

  @ApiProperty({ description: 'Why' })
  @IsString()
  @MaxLength(500)
  reason: string;
}

export class ClockPolicyList {
  @ApiProperty({ description: 'Versions', type: [ClockPolicyView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClockPolicyView)
  items: ClockPolicyView[];
}

export class ListClockPoliciesRequest {}

/** The version of each time limit that holds now, by id; retired ones too. */
export const ListClockPolicies = operation({
  subject: 'ticket.query.clock-policies.v1',
  request: ListClockPoliciesRequest,
  reply: ClockPolicyList,
});

/** Every version of a time limit, the newest first. */
export const ListClockPolicyVersions = operation({
  subject: 'ticket.query.clock-policy-versions.v1',
  request: ClockPolicyReference,
  reply: ClockPolicyList,
  errors: [SERVICE_CLOCK_ERRORS.policyNotFound],
});

export class SetClockPolicyRequest extends ClockPolicyReference {
  @Instant('From when it holds; not in the past')
  validFrom: string;

  @ApiProperty({ description: 'The whole document', type: 'object', additionalProperties: true })
  @IsObject()
  document: Record<string, unknown>;

  @RequiredText('Why', 500)
  reason: string;
}

/** Adds a version. Clocks that run keep the version under which they started. */
export const SetClockPolicy = operation({
  subject: 'ticket.command.set-clock-policy.v1',
  request: SetClockPolicyRequest,
  reply: ClockPolicyView,
  errors: [
    SERVICE_CLOCK_ERRORS.policyInvalid,
    SERVICE_CLOCK_ERRORS.policyInPast,
    SERVICE_CLOCK_ERRORS.policyAlreadySet,
  ],
});
