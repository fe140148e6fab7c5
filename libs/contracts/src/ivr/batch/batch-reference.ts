import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Min } from 'class-validator';

/** Names one batch. */
export class BatchReference {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;
}

/** Names one batch to be changed, if it is still at the version that the caller saw. */
export class BatchChangeRequest extends BatchReference {
  @ApiProperty({
    description: 'Change only if the batch is still at this version',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number;
}
