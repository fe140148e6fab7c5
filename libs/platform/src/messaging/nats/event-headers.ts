/** ISO 8601 with milliseconds, UTC. */
export const OCCURRED_AT_HEADER = 'Switchyard-Occurred-At';
