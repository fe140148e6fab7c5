import { addMonths, daysBetween, type LocalDate } from '../shared';

/** The last day of a certificate; undefined when it never expires. */
export function expiryOf(issuedOn: LocalDate, validMonths: number | undefined): LocalDate | undefined {
  return validMonths === undefined ? undefined : addMonths(issuedOn, validMonths);
}

export const CERTIFICATE_STATES = ['valid', 'expired', 'revoked'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export function certificateState(
  { expiresOn, revoked }: { readonly expiresOn?: LocalDate; readonly revoked: boolean },
  today: LocalDate,
): CertificateState {
  if (revoked) return 'revoked';
  return expiresOn !== undefined && expiresOn < today ? 'expired' : 'valid';
}

/**
 * Which reminder is due today: the nearest to expiry that has come, so that after downtime one is sent and not all. Undefined when
 * none has come, or the certificate has expired already.
 */
export function dueReminder(
  expiresOn: LocalDate,
  today: LocalDate,
  reminderDays: readonly number[],
): number | undefined {
  const left = daysBetween(today, expiresOn);
  if (left < 0) return undefined;
  const come = reminderDays.filter((days) => left <= days);
  return come.length === 0 ? undefined : Math.min(...come);
}
