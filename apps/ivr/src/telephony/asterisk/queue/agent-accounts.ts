import type { SipAccount } from '../../queue-node.port';
import type { AriHttp } from '../ari/ari-http';
import { accept } from '../ari/ari-reply';
import { ACCOUNT_PARTS, accountOf, type AccountPart } from './agent-account';
import { endpointOf } from './names';

/** Agents' accounts, pushed over ARI into Asterisk's own database (sorcery.conf), where they survive its restart. */
export class AgentAccounts {
  constructor(private readonly http: Pick<AriHttp, 'requestAgain'>) {}

  /** @throws AriRejected, AriUnanswered */
  async put(account: SipAccount): Promise<void> {
    const parts = accountOf(account);
    for (const part of ACCOUNT_PARTS) {
      const fields = Object.entries(parts[part]).map(([attribute, value]) => ({ attribute, value }));
      const path = pathOf(part, account.sipUser);
      accept(`agent's ${part}`, await this.http.requestAgain('PUT', path, { fields }), 200);
    }
  }

  /** The endpoint goes first, so that nobody calls in the meantime. @throws AriRejected, AriUnanswered */
  async delete(sipUser: string): Promise<void> {
    for (const part of [...ACCOUNT_PARTS].reverse()) {
      const response = await this.http.requestAgain('DELETE', pathOf(part, sipUser));
      accept(`agent's ${part}`, response, 200, 204, 404);
    }
  }
}

function pathOf(part: AccountPart, sipUser: string): string {
  return `/asterisk/config/dynamic/res_pjsip/${part}/${endpointOf(sipUser)}`;
}
