import { event } from '../../kernel/contract';
import { AccountView } from './account.view';

export class AccountRegisteredPayload extends AccountView {}

/** An account became known or changed; the payload is its whole state. */
export const AccountRegistered = event({
  subject: 'ticket.event.account-registered.v1',
  payload: AccountRegisteredPayload,
});
