import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { expiryOf, localDateAt, type LocalDate } from '@switchyard/domain';
import { Certificates } from './certificates.port';

/** The certificate of a course for who has completed it. */
@Injectable()
export class IssueForRecord {
  constructor(private readonly certificates: Certificates) {}

  /** Its number; undefined when the record has one. */
  execute(
    record: { readonly recordId: string; readonly staffNumber: string; readonly courseCode: string },
    { validMonths }: { readonly validMonths?: number },
    { at, by }: { readonly at: Date; readonly by: string },
  ): Promise<string | undefined> {
    const { recordId, staffNumber, courseCode } = record;
    const issuedOn: LocalDate = localDateAt(at);
    const expiresOn = expiryOf(issuedOn, validMonths);
    return this.certificates.add({
      certificateId: randomUUID(),
      recordId,
      staffNumber,
      courseCode,
      issuedOn,
      issuedBy: by,
      ...(expiresOn !== undefined && { expiresOn }),
    });
  }
}
