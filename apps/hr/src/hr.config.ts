import { FromEnv, ServiceConfig } from '@switchyard/platform';
import { IsInt, Max, Min } from 'class-validator';

export class HrConfig extends ServiceConfig {
  @FromEnv('HR_HTTP_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  override httpPort: number = 3003;
}
