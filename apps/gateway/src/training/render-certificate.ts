import type { Readable } from 'node:stream';
import type { CertificateView } from '@switchyard/contracts';
import { DOCUMENT_FONT, writePdf } from '@switchyard/platform';

const MARGIN = 60;

/** A certificate in both languages; one that is revoked or has expired says so. The same certificate gives the same bytes. */
export function renderCertificate(certificate: CertificateView): Readable {
  const { number, name, staffNumber, titleZh, titleEn, issuedOn, expiresOn = '长期 no expiry' } = certificate;
  const dated = new Date(`${issuedOn}T00:00:00+08:00`);
  return writePdf({ margin: MARGIN, dated, title: number }, (document) => {
    document.addPage().font(DOCUMENT_FONT);
    document.moveDown(4).fontSize(30).text('培训证书', { align: 'center' });
    document.fontSize(14).text('Certificate of training', { align: 'center' }).moveDown(3);
    document
      .fontSize(20)
      .text(`${name ?? ''}（${staffNumber}）`, { align: 'center' })
      .moveDown(1);
    document.fontSize(16).text(`已完成课程：${titleZh}`, { align: 'center' });
    document.fontSize(12).text(`has completed the course: ${titleEn}`, { align: 'center' }).moveDown(3);
    for (const line of [
      `编号 No.  ${number}`,
      `发证日期 Issued  ${issuedOn}`,
      `有效期至 Valid until  ${expiresOn}`,
    ])
      document.fontSize(12).text(line, { align: 'center' });
    const state = STATE[certificate.state];
    if (state !== undefined) document.moveDown(2).fontSize(16).text(state, { align: 'center' });
  });
}

const STATE: Readonly<Record<CertificateView['state'], string | undefined>> = {
  valid: undefined,
  expired: '已过期 EXPIRED',
  revoked: '已撤销 REVOKED',
};
