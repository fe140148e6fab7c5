import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../page';
import {
  type Certificate,
  type CertificateFilter,
  Certificates,
  type NewCertificate,
  type Revocation,
} from '../certificates.port';

const DAY = /^\d{4}-\d\d-\d\d$/;
const CERTIFICATE = `t.id as "certificateId", t.number, t.staff_number as "staffNumber", t.course_code as "courseCode",
  t.record_id as "recordId", t.issued_on::text as "issuedOn", t.expires_on::text as "expiresOn", t.revoked_at as "revokedAt",
  t.revoked_because as "revokedBecause", c.document ->> 'titleZh' as "titleZh", c.document ->> 'titleEn' as "titleEn",
  m.days_before as "remindedDaysBefore", m.reminded_on::text as "remindedOn"`;
const CERTIFICATES = `training_certificate t join course c on c.code = t.course_code
  left join lateral (select days_before, reminded_on from training_certificate_reminder
    where certificate_id = t.id order by days_before limit 1) m on true`;
const STATE = `case when t.revoked_at is not null then 'revoked' when t.expires_on < $1 then 'expired' else 'valid' end`;

@Injectable()
export class PgCertificates extends Certificates {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(certificateId: string): Promise<Certificate | undefined> {
    const [row] = await this.work.query<Nullable<Certificate>>(
      `select ${CERTIFICATE} from ${CERTIFICATES} where t.id = $1`,
      [certificateId],
    );
    return row && withoutNulls<Certificate>(row);
  }

  async list(
    filter: CertificateFilter,
    today: LocalDate,
    limit: number,
    cursor?: string,
  ): Promise<Page<Certificate>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Certificate>>(
      `select ${CERTIFICATE} from ${CERTIFICATES}
        where ($2::text is null or t.staff_number = $2) and ($3::text is null or t.course_code = $3)
          and ($4::text is null or ${STATE} = $4)
          and ($5::date is null or (t.revoked_at is null and t.expires_on >= $1::date and t.expires_on <= $5))
          and ($6::text[] is null or t.staff_number = any ($6))
          and ($7::date is null or (t.issued_on, t.id) < ($7, $8::uuid))
        order by t.issued_on desc, t.id desc limit $9`,
      [
        today,
        filter.staffNumber,
        filter.courseCode,
        filter.state,
        filter.expiresUpTo,
        filter.staffNumbers,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Certificate>(row)),
      limit,
      ({ issuedOn, certificateId }) => [issuedOn, certificateId],
    );
  }

  async add(certificate: NewCertificate): Promise<string | undefined> {
    const { certificateId, staffNumber, courseCode, recordId, issuedOn, expiresOn, issuedBy } = certificate;
    const [row] = await this.work.query<{ number: string }>(
      `with numbered as (
         insert into training_certificate_number as n (year, last)
         select extract(year from $5::date), 1
          where not exists (select 1 from training_certificate where record_id = $4 and revoked_at is null)
         on conflict (year) do update set last = n.last + 1 returning year, last)
       insert into training_certificate (id, number, staff_number, course_code, record_id, issued_on, expires_on, issued_by)
       select $1, 'PX' || year || '-' || lpad(last::text, 6, '0'), $2, $3, $4, $5, $6, $7 from numbered
       returning number`,
      [certificateId, staffNumber, courseCode, recordId, issuedOn, expiresOn, issuedBy],
    );
    return row?.number;
  }

  async revoke(certificateId: string, { at, by, reason }: Revocation): Promise<boolean> {
    const revoked = await this.work.execute(
      `update training_certificate set revoked_at = $2, revoked_by = $3, revoked_because = $4
        where id = $1 and revoked_at is null`,
      [certificateId, at, by, reason],
    );
    return revoked > 0;
  }

  async revokeOfRecord(recordId: string, { at, by, reason }: Revocation): Promise<void> {
    await this.work.execute(
      `update training_certificate set revoked_at = $2, revoked_by = $3, revoked_because = $4
        where record_id = $1 and revoked_at is null`,
      [recordId, at, by, reason],
    );
  }

  async expiring(today: LocalDate, upTo: LocalDate): Promise<readonly Certificate[]> {
    const rows = await this.work.query<Nullable<Certificate>>(
      `select ${CERTIFICATE} from ${CERTIFICATES}
        where t.revoked_at is null and t.expires_on between $1 and $2 order by t.expires_on, t.id`,
      [today, upTo],
    );
    return rows.map((row) => withoutNulls<Certificate>(row));
  }

  async remind(certificateId: string, daysBefore: number, on: LocalDate): Promise<void> {
    await this.work.execute(
      `insert into training_certificate_reminder (certificate_id, days_before, reminded_on) values ($1, $2, $3)
       on conflict do nothing`,
      [certificateId, daysBefore, on],
    );
  }
}
