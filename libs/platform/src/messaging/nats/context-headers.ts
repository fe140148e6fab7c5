import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { CONTEXT_HEADER } from '../../context';

/** Headers of a message that bears an encoded context. */
export function contextHeaders(context: string): MsgHdrs {
  const all = headers();
  all.set(CONTEXT_HEADER, context);
  return all;
}
