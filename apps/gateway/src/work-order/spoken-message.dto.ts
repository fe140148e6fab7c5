import { ApiProperty } from '@nestjs/swagger';
import { GetWorkOrderRequest } from '@switchyard/contracts';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

export class SpokenMessagePath extends GetWorkOrderRequest {
  @ApiProperty({ description: 'Which attachment of the work order, counted from 1', type: 'integer' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  position: number;
}
