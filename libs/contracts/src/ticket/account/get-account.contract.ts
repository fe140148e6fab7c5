import { operation } from '../../kernel/contract';
import { AccountNo } from '../fields';
import { AccountView } from './account.view';

export class GetAccountRequest {
  @AccountNo()
  accountNo: string;
}

export const GetAccount = operation({
  subject: 'ticket.query.account.v1',
  request: GetAccountRequest,
  reply: AccountView,
  errors: ['account.not-found'],
});
