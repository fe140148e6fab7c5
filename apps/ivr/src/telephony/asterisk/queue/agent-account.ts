import { createHash } from 'node:crypto';
import type { SipAccount } from '../../queue-node.port';
import { endpointOf } from './names';

/** Part of the digest: changing it makes every stored account useless. */
const REALM = 'switchyard';

/** Kinds of configuration objects of res_pjsip that make one account, in the order in which they are made. */
export const ACCOUNT_PARTS = ['auth', 'aor', 'endpoint'] as const;
export type AccountPart = (typeof ACCOUNT_PARTS)[number];

/**
 * An agent's account as res_pjsip wants it. The secret itself is not in it, only its digest, which is good for this
 * realm alone. Phones register for ten minutes at most, one phone for an account; the newest wins.
 */
export function accountOf({
  sipUser,
  secret,
}: SipAccount): Readonly<Record<AccountPart, Readonly<Record<string, string>>>> {
  const endpoint = endpointOf(sipUser);
  const digest = (algorithm: string): string =>
    createHash(algorithm).update(`${endpoint}:${REALM}:${secret}`).digest('hex');
  return {
    auth: {
      auth_type: 'digest',
      username: endpoint,
      realm: REALM,
      password_digest: `MD5:${digest('md5')},SHA-256:${digest('sha256')}`,
      // Phones that know SHA-256 alone are rare, those that know MD5 alone are not.
      supported_algorithms_uas: 'SHA-256,MD5',
    },
    aor: {
      max_contacts: '1',
      remove_existing: 'yes',
      default_expiration: '300',
      minimum_expiration: '30',
      maximum_expiration: '600',
    },
    endpoint: {
      transport: 'udp',
      context: 'from-agent',
      aors: endpoint,
      auth: endpoint,
      callerid: `<${sipUser}>`,
      disallow: 'all',
      allow: 'alaw,ulaw',
      dtmf_mode: 'rfc4733',
      direct_media: 'no',
      rtp_symmetric: 'yes',
      force_rport: 'yes',
      rewrite_contact: 'yes',
      // By its own keys a phone transfers as the platform does: context agent-queue-transfer.
      allow_transfer: 'yes',
      allow_subscribe: 'no',
      trust_id_inbound: 'no',
      language: 'zh',
    },
  };
}
