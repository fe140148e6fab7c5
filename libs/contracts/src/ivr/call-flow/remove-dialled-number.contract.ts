import { operation } from '../../kernel/contract';
import { DialledNumberView } from './dialled-number.view';
import { CALL_FLOW_ERRORS } from './errors';
import { DialledNumber } from './fields';

export class DialledNumberReference {
  @DialledNumber()
  dialled: string;
}

/** Callers of this number are led where `*` leads. */
export const RemoveDialledNumber = operation({
  subject: 'ivr.command.remove-dialled-number.v1',
  request: DialledNumberReference,
  reply: DialledNumberView,
  errors: [CALL_FLOW_ERRORS.dialledNumberNotFound],
});
