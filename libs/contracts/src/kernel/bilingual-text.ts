import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';

/** One text in the two languages of the interface. */
export class BilingualText {
  @ApiProperty({ description: 'In Chinese' })
  @IsString()
  'zh-CN': string;

  @ApiProperty({ description: 'In English' })
  @IsString()
  en: string;
}
