import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageRequest } from '@switchyard/contracts';
import { Type } from 'class-transformer';
import { IsDate, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { AUDIT_OUTCOMES, type AuditEntry, type AuditOutcome } from './audit-trail.port';

export class AuditQuery extends PageRequest {
  @ApiPropertyOptional({ description: 'Only of this sign-in account (its id)' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  actorId?: string;

  @ApiPropertyOptional({
    description: 'Only this action: method and route',
    example: 'POST /api/v1/batches/:id/start',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  action?: string;

  @ApiPropertyOptional({
    description: 'Only targets that begin with this',
    example: '/api/v1/accounts/5100123456',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  target?: string;

  @ApiPropertyOptional({ description: 'Only with this outcome', enum: AUDIT_OUTCOMES })
  @IsOptional()
  @IsIn(AUDIT_OUTCOMES)
  outcome?: AuditOutcome;

  @ApiPropertyOptional({ description: 'Only of this request' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  correlationId?: string;

  @ApiPropertyOptional({ description: 'From this time on', format: 'date-time' })
  @IsOptional()
  @Type(() => Date)
  @IsDate({ message: 'must be an ISO 8601 date and time' })
  from?: Date;

  @ApiPropertyOptional({ description: 'Before this time', format: 'date-time' })
  @IsOptional()
  @Type(() => Date)
  @IsDate({ message: 'must be an ISO 8601 date and time' })
  to?: Date;
}

export class AuditEntryView {
  @ApiProperty({ description: 'Id of the entry', format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'When', format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Who: id of the sign-in account, or anonymous' })
  actorId: string;

  @ApiProperty({ description: 'Name of the sign-in account' })
  actorName: string;

  @ApiProperty({ description: 'Roles at that time', type: [String] })
  roles: readonly string[];

  @ApiProperty({ description: 'Network address' })
  address: string;

  @ApiProperty({ description: 'What: method and route', example: 'POST /api/v1/users' })
  action: string;

  @ApiProperty({ description: 'Of what: path, and what was made or who was meant' })
  target: string;

  @ApiProperty({ description: 'What became of it; `begun`: no answer was given', enum: AUDIT_OUTCOMES })
  outcome: AuditOutcome;

  @ApiPropertyOptional({ description: 'HTTP status of the answer', type: 'integer' })
  status?: number;

  @ApiPropertyOptional({ description: 'Code of the problem' })
  code?: string;

  @ApiProperty({ description: 'Finds the request in the logs of every service' })
  correlationId: string;
}

export function toAuditEntryView({ actor, at, ...entry }: AuditEntry): AuditEntryView {
  const { id, name, roles } = actor;
  return { ...entry, at: at.toISOString(), actorId: id, actorName: name, roles };
}
