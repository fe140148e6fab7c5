/** What can be done to the platform while it dials. */
export const FAULT_NAMES = [
  /** SIGKILL to the ivr process that holds the PBX node; started again after some seconds. */
  'kill-holder',
  /** SIGKILL to the ivr process that stands by. */
  'kill-standby',
  /** SIGSTOP to the holder for longer than its lease, so that the other takes over; then SIGCONT. */
  'stop-holder',
  'restart-asterisk',
  'restart-nats',
  'restart-postgres',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];
