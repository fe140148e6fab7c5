import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalAreaCode, OptionalInstant, OptionalText } from '../fields';
import {
  CORRECTNESS_FIELD_VERDICTS,
  CORRECTNESS_SUBJECTS,
  CorrectnessFigure,
  CorrectnessItemView,
  CorrectnessSampleView,
  type CorrectnessFieldVerdict,
  type CorrectnessSubject,
} from './correctness.view';

export const CORRECTNESS_ERRORS = {
  sampleNotFound: 'correctness-sample.not-found',
  itemNotFound: 'correctness-item.not-found',
  /** The period is empty, or has not ended yet. */
  badPeriod: 'correctness-sample.bad-period',
  /** A sample of this subject and period was drawn with another seed. */
  alreadyDrawn: 'correctness-sample.already-drawn',
  verdictsInvalid: 'correctness-item.verdicts-invalid',
  /** Who did the work does not judge it. */
  ownWork: 'correctness-item.own-work',
} as const;

export class DrawCorrectnessSampleRequest {
  @ApiProperty({ description: 'What is to be judged', enum: CORRECTNESS_SUBJECTS })
  @IsIn(CORRECTNESS_SUBJECTS)
  subject: CorrectnessSubject;

  @Instant('Start of the period')
  from: string;

  @Instant('End of the period, not included; not in the future')
  before: string;

  @OptionalText('Seed of the lot; the period unless given, so that nobody can choose', 100)
  seed?: string;
}

/** Draws a sample, once per subject and period: said again, it answers with the one that is there. */
export const DrawCorrectnessSample = operation({
  subject: 'ticket.command.draw-correctness-sample.v1',
  request: DrawCorrectnessSampleRequest,
  reply: CorrectnessSampleView,
  errors: [CORRECTNESS_ERRORS.badPeriod, CORRECTNESS_ERRORS.alreadyDrawn],
});

export class ListCorrectnessSamplesRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only of this subject', enum: CORRECTNESS_SUBJECTS })
  @IsOptional()
  @IsIn(CORRECTNESS_SUBJECTS)
  subject?: CorrectnessSubject;
}

export class CorrectnessSamplePage extends PageOf(CorrectnessSampleView, 'Samples, the newest first') {}

export const ListCorrectnessSamples = operation({
  subject: 'ticket.query.correctness-samples.v1',
  request: ListCorrectnessSamplesRequest,
  reply: CorrectnessSamplePage,
});

export class ListCorrectnessItemsRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only of this sample', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  sampleId?: string;

  @ApiPropertyOptional({ description: 'Only of this subject', enum: CORRECTNESS_SUBJECTS })
  @IsOptional()
  @IsIn(CORRECTNESS_SUBJECTS)
  subject?: CorrectnessSubject;

  @OptionalAreaCode()
  areaCode?: string;

  @OptionalText('Only work done by this person', 200)
  doneBy?: string;

  @ApiPropertyOptional({ description: 'Only those that are judged, or are not' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  judged?: boolean;
}

export class CorrectnessItemPage extends PageOf(CorrectnessItemView, 'Items in the order of their draw') {}

export const ListCorrectnessItems = operation({
  subject: 'ticket.query.correctness-items.v1',
  request: ListCorrectnessItemsRequest,
  reply: CorrectnessItemPage,
});

export class CorrectnessJudgement {
  @ApiProperty({
    description:
      'A verdict for every field. work-orders: kind, content, address, contact, owner, fields; enquiries: caller-number, time, ' +
      'type, name, content; outage-notices: area, time, cause, restoration',
    type: 'object',
    additionalProperties: { type: 'string', enum: [...CORRECTNESS_FIELD_VERDICTS] },
    example: {
      'caller-number': 'right',
      time: 'right',
      type: 'wrong',
      name: 'not-applicable',
      content: 'right',
    },
  })
  @IsObject()
  verdicts: Record<string, CorrectnessFieldVerdict>;

  @OptionalText('What was wrong, in words', 1000)
  remark?: string;
}

export class JudgeCorrectnessItemRequest extends CorrectnessJudgement {
  @ApiProperty({ description: 'Id of the item', format: 'uuid' })
  @IsUUID()
  itemId: string;
}

/** A second person judges an item; judged again, the later judgement counts and the earlier is kept. */
export const JudgeCorrectnessItem = operation({
  subject: 'ticket.command.judge-correctness-item.v1',
  request: JudgeCorrectnessItemRequest,
  reply: CorrectnessItemView,
  errors: [CORRECTNESS_ERRORS.itemNotFound, CORRECTNESS_ERRORS.verdictsInvalid, CORRECTNESS_ERRORS.ownWork],
});

export class GetCorrectnessFiguresRequest {
  @OptionalInstant('Only samples whose period starts then or later')
  from?: string;

  @OptionalInstant('Only samples whose period ends then or earlier')
  before?: string;
}

export class CorrectnessFigures {
  @ApiProperty({
    description: 'Each subject, and outage notices by area besides',
    type: [CorrectnessFigure],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CorrectnessFigure)
  figures: CorrectnessFigure[];
}

export const GetCorrectnessFigures = operation({
  subject: 'ticket.query.correctness-figures.v1',
  request: GetCorrectnessFiguresRequest,
  reply: CorrectnessFigures,
});
