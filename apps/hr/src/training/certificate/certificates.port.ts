import type { CertificateState, LocalDate } from '@switchyard/domain';
import type { Page } from '../page';

export interface NewCertificate {
  readonly certificateId: string;
  readonly staffNumber: string;
  readonly courseCode: string;
  readonly recordId?: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn?: LocalDate;
  readonly issuedBy: string;
}

export interface Certificate extends Omit<NewCertificate, 'issuedBy'> {
  readonly number: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly remindedDaysBefore?: number;
  readonly remindedOn?: LocalDate;
  readonly revokedAt?: Date;
  readonly revokedBecause?: string;
}

export interface CertificateFilter {
  readonly staffNumber?: string;
  readonly courseCode?: string;
  readonly state?: CertificateState;
  /** Valid ones whose last day comes up to then. */
  readonly expiresUpTo?: LocalDate;
  readonly staffNumbers?: readonly string[];
}

export interface Revocation {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

export abstract class Certificates {
  abstract find(certificateId: string): Promise<Certificate | undefined>;
  abstract list(
    filter: CertificateFilter,
    today: LocalDate,
    limit: number,
    cursor?: string,
  ): Promise<Page<Certificate>>;
  /** Its number; undefined when its record has a certificate that holds. */
  abstract add(certificate: NewCertificate): Promise<string | undefined>;
  /** False when it was revoked already. */
  abstract revoke(certificateId: string, revocation: Revocation): Promise<boolean>;
  /** What was issued for a record that counts no more. */
  abstract revokeOfRecord(recordId: string, revocation: Revocation): Promise<void>;
  /** Valid ones whose last day comes from today up to then, with their last reminder. */
  abstract expiring(today: LocalDate, upTo: LocalDate): Promise<readonly Certificate[]>;
  /** Once for each step, whoever says it. */
  abstract remind(certificateId: string, daysBefore: number, on: LocalDate): Promise<void>;
}
