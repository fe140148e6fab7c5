/** What is done to the platform while callers are in its menus, in the queue and with agents. */
export const INBOUND_FAULTS = [
  /** SIGKILL to the only ivr process; started again once newcomers have been queued. */
  'kill-ivr',
  /** The same, and nobody starts it again until the PBX has led everybody to the queue. */
  'kill-ivr-for-long',
  /** SIGSTOP to the only ivr process for longer than its lease; then SIGCONT. */
  'stop-ivr',
  /** SIGKILL to the NATS server while callers wait for what is looked up. */
  'restart-nats',
  /** SIGKILL to the ticket process while callers wait for what it knows. */
  'kill-ticket',
  /** SIGKILL to PostgreSQL. */
  'restart-postgres',
  /** The same, and it comes back when the node's lease has run out and the PBX has led everybody to the queue. */
  'postgres-for-long',
  /** SIGKILL to the ivr process that holds the PBX node while another stands by. */
  'take-over',
  /** SIGKILL to Asterisk: every call ends. */
  'restart-asterisk',
] as const;

export type InboundFault = (typeof INBOUND_FAULTS)[number];
