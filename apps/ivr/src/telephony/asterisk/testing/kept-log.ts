import type { TelephonyLog } from '../../telephony-log';

export interface LogLine {
  readonly level: keyof TelephonyLog;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Keeps what is logged, so that a test can read it. */
export function keptLog(lines: LogLine[] = []): TelephonyLog & { readonly lines: LogLine[] } {
  const keep =
    (level: keyof TelephonyLog) => (message: string, fields: Readonly<Record<string, unknown>>) => {
      lines.push({ level, message, fields });
    };
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
