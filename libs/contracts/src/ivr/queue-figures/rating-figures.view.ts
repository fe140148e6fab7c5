import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { Count, Figure } from './fields';

/** What callers said after their calls (T1.7). */
export class RatingFiguresRow {
  @ApiPropertyOptional({
    description: 'Agent’s number (工号), matter, queue or day; absent for all together',
  })
  @IsOptional()
  @IsString()
  group?: string;

  @Count('Callers who answered at least one question')
  ratings: number;

  @Count('Gave 1 to 5')
  csatGiven: number;

  @Figure('CSAT: mean of 1 to 5. Target ≥ 4.5 (§13)')
  averageCsat: number | null;

  @Count('Were asked whether their matter is solved')
  solvedAsked: number;

  @Figure('Solved ÷ asked. Target ≥ 0.85 (§13)')
  solvedRate: number | null;

  @Count('Were asked whether they would recommend (a sample)')
  npsAsked: number;

  @Figure('NPS: per cent of 9–10 less per cent of 0–6, −100 to 100. Target ≥ 40 (§13)')
  nps: number | null;
}
