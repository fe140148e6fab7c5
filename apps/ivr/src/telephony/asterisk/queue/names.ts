/** What Asterisk calls our queues and agents; deploy/asterisk/conf/queues.conf and extensions-queue.conf agree. */

/** `general` cannot be a queue's name in queues.conf. */
export const queueInPbx = (queue: string): string => `q-${queue}`;
export const queueOf = (inPbx: string): string | undefined =>
  inPbx.startsWith('q-') ? inPbx.slice(2) : undefined;

/** Endpoint, account and member name. */
export const endpointOf = (sipUser: string): string => `agent-${sipUser}`;
export const interfaceOf = (sipUser: string): string => `PJSIP/${endpointOf(sipUser)}`;

/** From an endpoint, a member name, an interface or a channel's name; undefined when it is no agent's. */
export function sipUserOf(name: string): string | undefined {
  return /^(?:PJSIP\/)?agent-([1-8]\d{3})(?:-[0-9a-f]+)?$/.exec(name)?.[1];
}
