import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, Matches } from 'class-validator';
import { LANGUAGES, type LanguageName } from '../batch/words';
import { DialledNumber, FlowName } from './fields';

const ENTRY = /^[a-z][a-z0-9-]{0,49}$/;

/** Where callers of one dialled number are led (T1.1). */
export class DialledNumberRoute {
  @DialledNumber()
  dialled: string;

  @FlowName()
  flow: string;

  @ApiProperty({
    description: 'Entry of the flow: the desk, e.g. `general`, `vip`, `english`; absent: its first',
    required: false,
  })
  @IsOptional()
  @Matches(ENTRY, { message: 'must be the name of an entry of the flow: small letters, digits and dashes' })
  entry?: string;

  @ApiProperty({
    description: 'Language to begin with; absent: that of the entry',
    enum: LANGUAGES,
    required: false,
  })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: LanguageName;
}

export class DialledNumberView extends DialledNumberRoute {
  @ApiProperty({ description: 'Who set it' })
  @IsString()
  setBy: string;

  @ApiProperty({ description: 'When it was set', format: 'date-time' })
  @IsISO8601()
  setAt: string;
}
