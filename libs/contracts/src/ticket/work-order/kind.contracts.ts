import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsObject, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant } from '../fields';
import { WORK_ORDER_KINDS, type WorkOrderKind } from './work-order.view';

const DEFINITION =
  '{ names: { zh-CN, en }, stages: [{ name, names, final? }], initial, transitions: [{ on, from: [stage], to? }], ' +
  'fields: JSON Schema (2020-12) of the own fields, needs: facts that must be told (phone, accountNo, areaCode, applicationKind) }';

export class WorkOrderKindView {
  @ApiProperty({ description: 'Kind', enum: WORK_ORDER_KINDS })
  @IsIn(WORK_ORDER_KINDS)
  kind: WorkOrderKind;

  @ApiProperty({
    description: 'Version; 1 comes with the product. A work order keeps the version that it was opened with',
    type: 'integer',
    minimum: 1,
  })
  @IsInt()
  @Min(1)
  version: number;

  @Instant('Work orders opened from this time on have this version')
  validFrom: string;

  @ApiProperty({ description: DEFINITION, type: 'object', additionalProperties: true })
  @IsObject()
  definition: Record<string, unknown>;

  @ApiProperty({ description: 'Who set it', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  setBy: string;
}

export class WorkOrderKinds {
  @ApiProperty({ description: 'Definitions', type: [WorkOrderKindView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkOrderKindView)
  items: WorkOrderKindView[];
}

export class ListWorkOrderKindsRequest {}

/** The definition of every kind that holds now. */
export const ListWorkOrderKinds = operation({
  subject: 'ticket.query.work-order-kinds.v1',
  request: ListWorkOrderKindsRequest,
  reply: WorkOrderKinds,
});

export class WorkOrderKindRequest {
  @ApiProperty({ description: 'Kind', enum: WORK_ORDER_KINDS })
  @IsIn(WORK_ORDER_KINDS)
  kind: WorkOrderKind;
}

/** Every version of a kind, the newest first. */
export const ListWorkOrderKindVersions = operation({
  subject: 'ticket.query.work-order-kind-versions.v1',
  request: WorkOrderKindRequest,
  reply: WorkOrderKinds,
});

export class SetWorkOrderKindRequest extends WorkOrderKindRequest {
  @Instant('From when it holds; not in the past')
  validFrom: string;

  @ApiProperty({
    description: `The whole definition: ${DEFINITION}`,
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  definition: Record<string, unknown>;
}

export const WORK_ORDER_KIND_ERRORS = {
  /** The definition has a fault; `details.fields` names each place. */
  invalid: 'work-order-kind.invalid',
  inPast: 'work-order-kind.in-past',
  alreadySet: 'work-order-kind.already-set',
} as const;

/** Adds a version; work orders that are open keep the one that they have. */
export const SetWorkOrderKind = operation({
  subject: 'ticket.command.set-work-order-kind.v1',
  request: SetWorkOrderKindRequest,
  reply: WorkOrderKindView,
  errors: [WORK_ORDER_KIND_ERRORS.invalid, WORK_ORDER_KIND_ERRORS.inPast, WORK_ORDER_KIND_ERRORS.alreadySet],
});
