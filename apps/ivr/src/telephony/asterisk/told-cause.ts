/** Alerted and not answered, says Asterisk also when our own ring time ran out. */
const NO_ANSWER = 19;
/** Recovery on timer expiry. */
const TIMER_EXPIRED = 102;

/** Q.850: a trunk that never reacted is not a subscriber who did not answer, though Asterisk reports both alike. */
export function toldCause(cause: number, reached: boolean): number {
  return cause === NO_ANSWER && !reached ? TIMER_EXPIRED : cause;
}
