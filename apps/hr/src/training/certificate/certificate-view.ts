import type { CertificateView } from '@switchyard/contracts';
import { certificateState, type LocalDate } from '@switchyard/domain';
import type { Certificate } from './certificates.port';

export function toCertificateView(
  { revokedAt, ...certificate }: Certificate,
  name: string | undefined,
  today: LocalDate,
): CertificateView {
  const { expiresOn } = certificate;
  return {
    ...certificate,
    ...(name !== undefined && { name }),
    state: certificateState({ ...(expiresOn && { expiresOn }), revoked: revokedAt !== undefined }, today),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
}
