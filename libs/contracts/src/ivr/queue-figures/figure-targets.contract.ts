import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsNumber, IsString, Max, Min, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { FIGURE_ERRORS } from './errors';
import { all, Moment } from './fields';

const Limit = (description: string, minimum: number, maximum: number): PropertyDecorator =>
  all(ApiProperty({ description, type: 'number', minimum, maximum }), IsNumber(), Min(minimum), Max(maximum));

export class ServiceLevelTargets {
  @Limit('Value tier high; 0.9 by §13', 0, 1)
  high: number;

  @Limit('Value tier mid; 0.85 by §13', 0, 1)
  mid: number;

  @Limit('Value tier ordinary; 0.85 by §13', 0, 1)
  ordinary: number;
}

export class FigureTargetsBody {
  @Limit('Seconds within which a call counts as answered in time; 20 by §13', 1, 600)
  answerSeconds: number;

  @ApiProperty({ description: 'Least share of calls answered in time', type: ServiceLevelTargets })
  @ValidateNested()
  @Type(() => ServiceLevelTargets)
  serviceLevel: ServiceLevelTargets;

  @Limit('Least answer rate; 0.85 by §13', 0, 1)
  answerRate: number;

  @Limit('Longest mean wait in seconds; 30 by §13', 1, 3600)
  averageWaitSeconds: number;

  @Limit('Longest mean talk in seconds; 150 by art. 23', 1, 3600)
  averageTalkSeconds: number;

  @Limit('Longest mean after-call work in seconds; 60 by art. 23', 1, 3600)
  averageAfterCallSeconds: number;

  @Limit('Longest that a phone may ring, in seconds; 12 by art. 23', 1, 120)
  ringSeconds: number;

  @Limit('Largest transfer rate; 0.03 by art. 23', 0, 1)
  transferRate: number;

  @Limit('Least CSAT; 4.5 by §13', 1, 5)
  averageCsat: number;

  @Limit('Least NPS; 40 by §13', -100, 100)
  nps: number;

  @Limit('Least share of matters solved; 0.85 by §13', 0, 1)
  solvedRate: number;
}

export class PutFigureTargetsRequest extends FigureTargetsBody {
  @Moment('From when on they hold')
  validFrom: string;
}

export class FigureTargetsView extends PutFigureTargetsRequest {
  @ApiProperty({ description: 'Who set them' })
  @IsString()
  createdBy: string;
}

export class FigureTargetsList {
  @ApiProperty({
    description: 'All of them, the latest first; the latest that have begun hold',
    type: [FigureTargetsView],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FigureTargetsView)
  items: FigureTargetsView[];
}

export class ListFigureTargetsRequest {}

export const ListFigureTargets = operation({
  subject: 'ivr.query.list-figure-targets.v1',
  request: ListFigureTargetsRequest,
  reply: FigureTargetsList,
  errors: [],
});

/** Dated data: targets for the same moment replace those that stand; what has begun stays. */
export const PutFigureTargets = operation({
  subject: 'ivr.command.put-figure-targets.v1',
  request: PutFigureTargetsRequest,
  reply: FigureTargetsView,
  errors: [FIGURE_ERRORS.targetsInvalid],
});
