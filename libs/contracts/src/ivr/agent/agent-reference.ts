import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class AgentReference {
  @ApiProperty({ description: 'The agent', format: 'uuid' })
  @IsUUID()
  agentId: string;
}

/** Without an agent: the one that the signed-in account is. Another's needs `shift:lead`. */
export class DeskRequest {
  @ApiProperty({
    description: 'Absent: the agent that the signed-in account is',
    format: 'uuid',
    required: false,
  })
  @IsOptional()
  @IsUUID()
  agentId?: string;
}
