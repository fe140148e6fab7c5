import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AreaCode, Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { OUTAGE_KINDS, type OutageKind } from '../outage/outage.view';
import {
  HANDOVER_SECTIONS,
  HANDOVER_STATE_NAMES,
  type HandoverSection,
  type HandoverStateName,
} from './words';

/** An unfinished work order; what was said in it is in the work order itself. */
export class HandoverOrder {
  @RequiredText('Number of the work order', 40)
  number: string;

  @RequiredText('Kind', 40)
  kind: string;

  @RequiredText('Stage', 40)
  stage: string;

  @RequiredText('Department that has it', 40)
  owner: string;

  @RequiredText('Sign-in account that is responsible to the end', 200)
  responsible: string;

  @Instant('When it was opened')
  openedAt: string;

  @OptionalInstant('When its next time limit ends')
  nextDueAt?: string;

  @ApiProperty({ description: 'How often the customer has urged', type: 'integer' })
  @IsInt()
  urged: number;
}

export class HandoverOrderSection {
  @ApiProperty({ description: 'How many there are', type: 'integer' })
  @IsInt()
  total: number;

  @ApiProperty({ description: 'The most urgent of them', type: [HandoverOrder] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandoverOrder)
  items: HandoverOrder[];
}

const Section =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, type: HandoverOrderSection })(target, key);
    ValidateNested()(target, key);
    Type(() => HandoverOrderSection)(target, key);
  };

export class UnfinishedWork {
  @Section('Queries and consultations')
  consultation: HandoverOrderSection;

  @Section('Faults')
  fault: HandoverOrderSection;

  @Section('Complaints')
  complaint: HandoverOrderSection;

  @Section('Reports of misconduct')
  report: HandoverOrderSection;

  @Section('Applications, suggestions, hard questions, calls to make')
  other: HandoverOrderSection;
}

export class HandoverOutageView {
  @ApiProperty({ description: 'Id of the outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiProperty({ description: 'Kind of outage', enum: OUTAGE_KINDS })
  @IsIn(OUTAGE_KINDS)
  kind: OutageKind;

  @AreaCode()
  areaCode: string;

  @RequiredText('Cause', 500)
  cause: string;

  @Instant('When it starts or started')
  startsAt: string;

  @OptionalInstant('When supply is expected back')
  expectedRestorationAt?: string;
}

const OutageList =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, type: [HandoverOutageView] })(target, key);
    IsArray()(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => HandoverOutageView)(target, key);
  };

export class HandoverOutages {
  @OutageList('Planned')
  planned: HandoverOutageView[];

  @OutageList('Temporary')
  temporary: HandoverOutageView[];

  @OutageList('By faults, and limits on the load')
  fault: HandoverOutageView[];
}

export class HandoverSystemPart {
  @RequiredText('Part of the system', 100)
  part: string;

  @ApiProperty({ description: 'Whether it is well' })
  @IsBoolean()
  well: boolean;

  @ApiProperty({ description: 'Figures that belong to it' })
  @IsString()
  detail: string;
}

/** Something that was to be passed on (§7); its result goes back to who took it first. */
export class HandoverMatterView {
  @ApiProperty({ description: 'Id of the matter', format: 'uuid' })
  @IsUUID()
  matterId: string;

  @RequiredText('What is to be passed on, and to whom', 1000)
  text: string;

  @RequiredText('Who took it first', 200)
  recordedBy: string;

  @Instant('When')
  recordedAt: string;

  @OptionalText('What came of it', 1000)
  result?: string;

  @OptionalText('Who saw to it', 200)
  settledBy?: string;

  @OptionalInstant('When it was settled')
  settledAt?: string;
}

class OpenMatterView extends OmitType(HandoverMatterView, ['result', 'settledBy', 'settledAt'] as const) {}

/** What is handed over, as it was when the handover was submitted, or is now before. */
export class HandoverContentView {
  @ApiProperty({ description: 'Unfinished work', type: UnfinishedWork })
  @ValidateNested()
  @Type(() => UnfinishedWork)
  unfinished: UnfinishedWork;

  @Section('With another department, at or near the end of their time')
  toUrge: HandoverOrderSection;

  @OutageList('Out now, and not planned')
  emergencies: HandoverOutageView[];

  @ApiProperty({ description: 'State of the system', type: [HandoverSystemPart] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandoverSystemPart)
  system: HandoverSystemPart[];

  @ApiProperty({ description: 'Outages', type: HandoverOutages })
  @ValidateNested()
  @Type(() => HandoverOutages)
  outages: HandoverOutages;

  @ApiProperty({ description: 'What was not passed on yet, the oldest first', type: [OpenMatterView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OpenMatterView)
  unsent: OpenMatterView[];
}

export class HandoverNote {
  @ApiProperty({ description: 'What it belongs to', enum: HANDOVER_SECTIONS })
  @IsIn(HANDOVER_SECTIONS)
  section: HandoverSection;

  @RequiredText('The note', 2000)
  text: string;

  @RequiredText('Who wrote it', 200)
  by: string;

  @Instant('When')
  at: string;
}

/** A handover in a few words. */
export class HandoverSummary {
  @ApiProperty({ description: 'Id of the handover', format: 'uuid' })
  @IsUUID()
  handoverId: string;

  @ApiProperty({ description: 'Where it stands', enum: HANDOVER_STATE_NAMES })
  @IsIn(HANDOVER_STATE_NAMES)
  state: HandoverStateName;

  @RequiredText('The shift that ends, e.g. 早班 2026-03-02', 100)
  shift: string;

  @RequiredText('Sign-in account of the leader who leaves', 200)
  outgoing: string;

  @RequiredText('Sign-in account of the leader who takes over', 200)
  relief: string;

  @Instant('When it was begun')
  createdAt: string;

  @OptionalInstant('When it was submitted')
  submittedAt?: string;

  @OptionalInstant('When it was accepted')
  acceptedAt?: string;

  @ApiPropertyOptional({ description: 'Work orders that moved to the relief and to agents', type: 'integer' })
  @IsOptional()
  @IsInt()
  moved?: number;
}

export class HandoverView extends HandoverSummary {
  @ApiProperty({ description: 'What is handed over', type: HandoverContentView })
  @ValidateNested()
  @Type(() => HandoverContentView)
  content: HandoverContentView;

  @ApiProperty({ description: 'Notes, in order', type: [HandoverNote] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandoverNote)
  notes: HandoverNote[];

  @ApiPropertyOptional({ description: 'What the incoming leader told the shift', maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  briefing?: string;
}
