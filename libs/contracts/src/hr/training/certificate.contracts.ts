import { operation } from '../../kernel/contract';
import {
  Day,
  Id,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { COURSE_ERRORS } from './course.contracts';
import { CourseCode, OptionalCourseCode } from './training-fields';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';

export const CERTIFICATE_ERRORS = {
  notFound: 'certificate.not-found',
  alreadyRevoked: 'certificate.already-revoked',
  /** The course certifies nothing. */
  none: 'certificate.course-has-none',
} as const;

export const CERTIFICATE_WORDS = ['valid', 'expired', 'revoked'] as const;

export class CertificateView {
  @Id('Id of the certificate')
  certificateId: string;

  @RequiredText('Number on it', 40)
  number: string;

  @StaffNumber()
  staffNumber: string;

  @OptionalText('Name', 100)
  name?: string;

  @CourseCode()
  courseCode: string;

  @RequiredText('Title of the course in Chinese', 100)
  titleZh: string;

  @RequiredText('Title of the course in English', 100)
  titleEn: string;

  @Day('Day of issue')
  issuedOn: string;

  @OptionalDay('Last day on which it is valid; for good when absent')
  expiresOn?: string;

  @OneOf('State today', CERTIFICATE_WORDS)
  state: (typeof CERTIFICATE_WORDS)[number];

  @OptionalId('Record that it was issued for')
  recordId?: string;

  @OptionalWhole('The last reminder of its expiry was so many days before', 0, 1000)
  remindedDaysBefore?: number;

  @OptionalDay('Day of that reminder')
  remindedOn?: string;

  @OptionalInstant('When it was revoked')
  revokedAt?: string;

  @OptionalText('Why it was revoked', 1000)
  revokedBecause?: string;
}

export class CertificateReference {
  @Id('Id of the certificate')
  certificateId: string;
}

/** Somebody may see their own, and everybody's who reads training. */
export const GetCertificate = operation({
  subject: 'hr.query.certificate.v1',
  request: CertificateReference,
  reply: CertificateView,
  errors: [CERTIFICATE_ERRORS.notFound],
});

export class ListCertificatesRequest extends PageRequest {
  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalCourseCode('Only of this course')
  courseCode?: string;

  @OptionalOneOf('Only in this state', CERTIFICATE_WORDS)
  state?: (typeof CERTIFICATE_WORDS)[number];

  @OptionalWhole('Only valid ones that expire within so many days', 0, 1000)
  expiresWithinDays?: number;
}

export class CertificatePage extends PageOf(CertificateView, 'Certificates, the latest issue first') {}

export const ListCertificates = operation({
  subject: 'hr.query.certificates.v1',
  request: ListCertificatesRequest,
  reply: CertificatePage,
});

export class IssueCertificateRequest {
  @StaffNumber()
  staffNumber: string;

  @CourseCode()
  courseCode: string;

  @Day('Day of issue')
  issuedOn: string;
}

/** Issues one by hand, e.g. for training elsewhere; who completes a course here gets theirs without it. */
export const IssueCertificate = operation({
  subject: 'hr.command.issue-certificate.v1',
  request: IssueCertificateRequest,
  reply: CertificateView,
  errors: [COURSE_ERRORS.notFound, CERTIFICATE_ERRORS.none, 'staff.not-found'],
});

export class RevocationBody {
  @RequiredText('Why', 1000)
  reason: string;
}

export class RevokeCertificateRequest extends RevocationBody {
  @Id('Id of the certificate')
  certificateId: string;
}

export const RevokeCertificate = operation({
  subject: 'hr.command.revoke-certificate.v1',
  request: RevokeCertificateRequest,
  reply: CertificateView,
  errors: [CERTIFICATE_ERRORS.notFound, CERTIFICATE_ERRORS.alreadyRevoked],
});
