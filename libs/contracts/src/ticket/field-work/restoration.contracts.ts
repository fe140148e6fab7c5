import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalInstant, RequiredText } from '../fields';
import { FIELD_WORK_ERRORS, TOLD_OF_A_FAULT } from './field-work-errors';
import { FaultReference, FieldWorkView } from './field-work.view';

export class RestoreSupplyRequest extends FaultReference {
  @RequiredText('The main fault', 1000)
  mainFault: string;

  @RequiredText('What was done', 2000)
  result: string;

  @OptionalInstant('When power was back; now unless told')
  restoredAt?: string;

  @ApiPropertyOptional({
    description:
      'All reports of the same fault are restored too: those of its outage, which ends, or its children. Default true',
  })
  @IsOptional()
  @IsBoolean()
  wholeFault?: boolean;
}

export class RestoredFaults {
  @ApiProperty({ description: 'The fault', type: FieldWorkView })
  @ValidateNested()
  @Type(() => FieldWorkView)
  fault: FieldWorkView;

  @ApiProperty({
    description: 'Reports that were restored at once, its own first; those behind the first 50 follow',
    type: [String],
  })
  @IsArray()
  @IsString({ each: true })
  restored: string[];

  @ApiProperty({
    description: 'Whether more reports follow, in the background; the outage ends with the last',
  })
  @IsBoolean()
  goesOn: boolean;

  @ApiPropertyOptional({ description: 'The outage that ended, whose reporters are told', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;
}

/**
 * Supply is back (art. 25(9)): the crew tells main fault, result and time. All reports of the fault are restored with
 * it, their outage ends, everybody who reported it is told, and a sample of them is called (art. 21(7)).
 */
export const RestoreSupply = operation({
  subject: 'ticket.command.restore-supply.v1',
  request: RestoreSupplyRequest,
  reply: RestoredFaults,
  errors: [...TOLD_OF_A_FAULT, FIELD_WORK_ERRORS.timeImpossible],
});

export class LinkFaultsRequest {
  @ApiProperty({ description: 'Numbers of faults', type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  numbers: string[];

  @ApiPropertyOptional({ description: 'The outage; absent: the link is taken away', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;
}

export class LinkedFaults {
  @ApiProperty({ description: 'The faults whose link changed', type: [String] })
  @IsArray()
  @IsString({ each: true })
  linked: string[];
}

/** Many reports, one outage: they are restored, told and sampled together. All of them or none. */
export const LinkFaults = operation({
  subject: 'ticket.command.link-faults.v1',
  request: LinkFaultsRequest,
  reply: LinkedFaults,
  errors: [...TOLD_OF_A_FAULT, 'outage.not-found'],
});
