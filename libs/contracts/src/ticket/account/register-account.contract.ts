import { operation } from '../../kernel/contract';
import { AccountFacts, AccountView } from './account.view';

export class RegisterAccountRequest extends AccountFacts {}

/** Stores what the billing system says of an account, replacing what was said before. */
export const RegisterAccount = operation({
  subject: 'ticket.command.register-account.v1',
  request: RegisterAccountRequest,
  reply: AccountView,
});
