import { FromEnv, ServiceConfig } from '@switchyard/platform';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

export class TicketConfig extends ServiceConfig {
  @FromEnv('TICKET_HTTP_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  override httpPort: number = 3002;

  /** Keys of identities that are kept apart: `id:64 hex digits`, several by commas, the current first. */
  @FromEnv('TICKET_IDENTITY_KEYS')
  @IsOptional()
  @IsString()
  identityKeys?: string;

  /** File with such keys, one on a line, instead of the variable. */
  @FromEnv('TICKET_IDENTITY_KEYS_FILE')
  @IsOptional()
  @IsString()
  identityKeysFile?: string;
}
