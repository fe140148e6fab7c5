import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  CERTIFICATE_ERRORS,
  type CertificatePage,
  CertificateReference,
  type CertificateView,
  GetCertificate,
  IssueCertificate,
  IssueCertificateRequest,
  ListCertificates,
  ListCertificatesRequest,
  type RequestContext,
  RevokeCertificate,
  RevokeCertificateRequest,
} from '@switchyard/contracts';
import { addDays, expiryOf, localDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { courseNotFound } from '../course/course-views';
import { Courses } from '../course/courses.port';
import { viewsOf } from '../page';
import { TrainedStaff } from '../people/trained-staff';
import { type Certificate, Certificates } from './certificates.port';
import { toCertificateView } from './certificate-view';

@Controller()
export class CertificatesHandler {
  constructor(
    private readonly certificates: Certificates,
    private readonly courses: Courses,
    private readonly staff: TrainedStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListCertificates)
  async list(request: ListCertificatesRequest, context: RequestContext): Promise<CertificatePage> {
    const { limit = 50, cursor, expiresWithinDays, ...filter } = request;
    const today = localDateAt(this.clock.now());
    const staffNumbers = await this.staff.seenBy(context);
    const page = await this.certificates.list(
      {
        ...filter,
        ...(expiresWithinDays !== undefined && { expiresUpTo: addDays(today, expiresWithinDays) }),
        ...(staffNumbers && { staffNumbers }),
      },
      today,
      limit,
      cursor,
    );
    const names = await this.staff.names(page.items.map(({ staffNumber }) => staffNumber));
    return viewsOf(page, (certificate) =>
      toCertificateView(certificate, names.get(certificate.staffNumber), today),
    );
  }

  @Handles(GetCertificate)
  async get({ certificateId }: CertificateReference, context: RequestContext): Promise<CertificateView> {
    const certificate = await this.found(certificateId);
    const member = await this.staff.meant(certificate.staffNumber, 'training:read', context);
    return toCertificateView(certificate, member.name, localDateAt(this.clock.now()));
  }

  @Handles(IssueCertificate)
  async issue(request: IssueCertificateRequest, { actor }: RequestContext): Promise<CertificateView> {
    const { staffNumber, courseCode } = request;
    await this.staff.find(staffNumber);
    const course = await this.courses.find(courseCode);
    if (!course) throw courseNotFound(courseCode);
    const { certificate } = course.document;
    if (!certificate) {
      throw new DomainError(
        CERTIFICATE_ERRORS.none,
        `The course ${courseCode} certifies nothing; give it a certificate first.`,
        { field: 'courseCode', courseCode },
      );
    }
    const [certificateId, issuedOn] = [randomUUID(), localDate(request.issuedOn)];
    const expiresOn = expiryOf(issuedOn, certificate.validMonths);
    const until = expiresOn !== undefined && { expiresOn };
    await this.certificates.add({
      certificateId,
      staffNumber,
      courseCode,
      issuedOn,
      issuedBy: actor.id,
      ...until,
    });
    return this.view(certificateId);
  }

  @Handles(RevokeCertificate)
  async revoke(
    { certificateId, reason }: RevokeCertificateRequest,
    { actor }: RequestContext,
  ): Promise<CertificateView> {
    await this.found(certificateId);
    const revocation = { at: this.clock.now(), by: actor.id, reason };
    if (await this.certificates.revoke(certificateId, revocation)) return this.view(certificateId);
    throw new DomainError(CERTIFICATE_ERRORS.alreadyRevoked, 'The certificate was revoked already.', {
      certificateId,
    });
  }

  private async view(certificateId: string): Promise<CertificateView> {
    const certificate = await this.found(certificateId);
    const names = await this.staff.names([certificate.staffNumber]);
    return toCertificateView(certificate, names.get(certificate.staffNumber), localDateAt(this.clock.now()));
  }

  private async found(certificateId: string): Promise<Certificate> {
    const certificate = await this.certificates.find(certificateId);
    if (certificate) return certificate;
    throw new DomainError(CERTIFICATE_ERRORS.notFound, `There is no certificate ${certificateId}.`, {
      certificateId,
    });
  }
}
