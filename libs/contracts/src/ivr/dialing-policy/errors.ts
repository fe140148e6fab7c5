export const DIALING_POLICY_ERRORS = {
  /** There is no policy of this name, neither built in nor set. */
  notFound: 'dialing-policy.not-found',
  /** The document is no dialing policy; `fields` names everything that is wrong. */
  invalid: 'dialing-policy.invalid',
  /** The day from which it should hold is over. */
  inPast: 'dialing-policy.in-past',
} as const;
