import { FromEnv, ServiceConfig } from '@switchyard/platform';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

export const SMTP_TLS_MODES = ['required', 'offered', 'off'] as const;
export type SmtpTls = (typeof SMTP_TLS_MODES)[number];

export class HrConfig extends ServiceConfig {
  @FromEnv('HR_HTTP_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  override httpPort: number = 3003;

  /** How often what is due is looked for; 0 for never, as tests and maintenance need. */
  @FromEnv('HR_SWEEP_SECONDS')
  @IsInt()
  @Min(0)
  @Max(3600)
  sweepSeconds: number = 20;

  /** Unset: the daily report is made and not mailed. smtps:// speaks TLS from the start. */
  @FromEnv('SMTP_URL')
  @IsOptional()
  @Matches(/^smtps?:\/\/[^/\s]+$/, { message: 'give e.g. smtp://user:password@mail.example.com:587' })
  smtpUrl?: string;

  @FromEnv('SMTP_FROM')
  @Matches(/^[^\s@<>]+@[^\s@<>]+$/, { message: 'give a mail address, e.g. reports@example.com' })
  smtpFrom: string = 'switchyard@localhost';

  /** For smtp://: whether STARTTLS must be, is taken where offered, or is not asked for. */
  @FromEnv('SMTP_TLS')
  @IsIn(SMTP_TLS_MODES)
  smtpTls: string = 'required';

  /** PEM of the authority that signed the mail server’s certificate, where the system does not know it. */
  @FromEnv('SMTP_CA_FILE')
  @IsOptional()
  @IsString()
  smtpCaFile?: string;

  /** The longest that the mail server may keep us waiting for one answer. */
  @FromEnv('SMTP_TIMEOUT_MS')
  @IsInt()
  @Min(100)
  @Max(120_000)
  smtpTimeoutMs: number = 15_000;
}
