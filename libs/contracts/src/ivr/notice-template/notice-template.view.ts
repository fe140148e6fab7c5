import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, ValidateNested } from 'class-validator';
import { BATCH_KINDS, type BatchKindName, type LanguageName, LANGUAGES } from '../batch/words';

export class NoticeTemplateReference {
  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Language that it is spoken in', enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language: LanguageName;
}

export class NoticePartText {
  @ApiProperty({ description: 'Which part, e.g. `opening`, `body`, `menu`' })
  @IsString()
  part: string;

  @ApiProperty({ description: 'Its text' })
  @IsString()
  text: string;
}

export class NoticeTemplateView extends NoticeTemplateReference {
  @ApiProperty({ description: 'Version of the template', type: 'integer' })
  @IsInt()
  version: number;

  @ApiProperty({
    description: 'Its parts in order; {variables} stand for what each customer is told',
    type: [NoticePartText],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoticePartText)
  parts: NoticePartText[];
}
