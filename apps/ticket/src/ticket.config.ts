import { FromEnv, ServiceConfig } from '@switchyard/platform';
import { IsInt, Max, Min } from 'class-validator';

export class TicketConfig extends ServiceConfig {
  @FromEnv('TICKET_HTTP_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  override httpPort: number = 3002;
}
