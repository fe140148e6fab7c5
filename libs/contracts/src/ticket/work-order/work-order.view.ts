import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { Instant, OptionalAccountNo, OptionalPhone, Reference } from '../fields';

/** What a caller can ask for (§2), and the request to be called back that a key on a notice call leaves. */
export const WORK_ORDER_KINDS = [
  'call-back-request',
  'fault-report',
  'query',
  'consultation',
  'complaint',
  'misconduct-report',
  'application',
  'urging',
  'suggestion',
  'hard-question',
] as const;
export type WorkOrderKind = (typeof WORK_ORDER_KINDS)[number];

export const WORK_ORDER_STATUSES = ['open', 'closed'] as const;
export type WorkOrderStatus = (typeof WORK_ORDER_STATUSES)[number];

export class WorkOrderFacts {
  @ApiProperty({ description: 'Kind of work order', enum: WORK_ORDER_KINDS })
  @IsIn(WORK_ORDER_KINDS)
  kind: WorkOrderKind;

  @OptionalAccountNo()
  accountNo?: string;

  @OptionalPhone('Number to call back; absent for an anonymous caller')
  phone?: string;

  @ApiProperty({ description: 'What is asked, in words', maxLength: 4000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  text: string;

  @Reference('What it came from, e.g. call:<call id>; the same reference opens one work order')
  reference: string;
}

export class WorkOrderView extends WorkOrderFacts {
  @ApiProperty({ description: 'Number: W, day of opening in China, serial', example: 'W20260302-000117' })
  @Matches(/^W\d{8}-\d{6,}$/)
  number: string;

  @ApiProperty({
    description: 'Digits by which the caller asks for the progress on a keypad',
    example: '40718236',
  })
  @Matches(/^\d{8}$/)
  queryCode: string;

  @ApiProperty({ description: 'Where it stands', enum: WORK_ORDER_STATUSES })
  @IsIn(WORK_ORDER_STATUSES)
  status: WorkOrderStatus;

  @Instant('When it was opened')
  openedAt: string;

  @ApiProperty({ description: 'Who opened it: a sign-in account or system:<service>', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  openedBy: string;
}
