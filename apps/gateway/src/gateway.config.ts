import { FromEnv, ServiceConfig } from '@switchyard/platform';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength } from 'class-validator';

/** Configuration of the gateway. */
export class GatewayConfig extends ServiceConfig {
  @FromEnv('GATEWAY_HTTP_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  override httpPort: number = 3000;

  /** Password of the first admin; unset: a random one is made and logged, once. */
  @FromEnv('GATEWAY_ADMIN_PASSWORD')
  @IsOptional()
  @IsString()
  @MinLength(12)
  adminPassword?: string;

  /** Secret of the access tokens, at least 32 characters; unset: made at the first start and kept in the schema. */
  @FromEnv('GATEWAY_TOKEN_KEY')
  @IsOptional()
  @IsString()
  @MinLength(32)
  tokenKey?: string;

  @FromEnv('GATEWAY_ACCESS_TOKEN_MINUTES')
  @IsInt()
  @Min(1)
  @Max(60)
  accessTokenMinutes: number = 15;

  /** After so many hours a session asks for the password again, however often it was refreshed. */
  @FromEnv('GATEWAY_SESSION_HOURS')
  @IsInt()
  @Min(1)
  @Max(24 * 30)
  sessionHours: number = 24 * 7;

  /** Requests that one address may make in a minute. */
  @FromEnv('GATEWAY_RATE_PER_MINUTE')
  @IsInt()
  @Min(1)
  ratePerMinute: number = 1_200;

  /** Sign-ins and refreshes that one address may try in a minute. */
  @FromEnv('GATEWAY_SIGN_IN_RATE_PER_MINUTE')
  @IsInt()
  @Min(1)
  signInRatePerMinute: number = 30;

  /** Largest uploaded file, in MiB. */
  @FromEnv('GATEWAY_UPLOAD_MAX_MB')
  @IsInt()
  @Min(1)
  uploadMaxMb: number = 512;

  /** Largest JSON body, in KiB. */
  @FromEnv('GATEWAY_BODY_MAX_KB')
  @IsInt()
  @Min(16)
  bodyMaxKb: number = 8_192;

  /** Live streams that one sign-in account may hold open. */
  @FromEnv('GATEWAY_STREAMS_PER_USER')
  @IsInt()
  @Min(1)
  streamsPerUser: number = 8;

  /** Seconds between signs of life on a live stream; proxies cut connections that are silent. */
  @FromEnv('GATEWAY_HEARTBEAT_SECONDS')
  @IsInt()
  @Min(1)
  @Max(60)
  heartbeatSeconds: number = 15;

  /** Origins of browsers that may call the API from another site; none by default. */
  @FromEnv('GATEWAY_CORS_ORIGINS')
  @IsArray()
  @IsUrl({ require_tld: false, require_protocol: true }, { each: true })
  corsOrigins: string[] = [];

  /** Set when a reverse proxy in front sets X-Forwarded-For; otherwise the header is not believed. */
  @FromEnv('GATEWAY_BEHIND_PROXY')
  @IsBoolean()
  behindProxy: boolean = false;
}
