/** How long the engine waits for others, in milliseconds, and how far it goes by itself. */
export const LIMITS = {
  /** For the line to be up, once that was ordered. */
  answerMs: 20_000,
  /** For the accounts of the caller's number, where a node needs them. */
  callerMs: 2_000,
  /** No prompt lasts longer. */
  playbackMs: 180_000,
  /** How long after a playback broke off the news of the caller's hang-up may take. */
  brokenMs: 1_000,
  lookUpMs: 5_000,
  passwordMs: 8_000,
  workOrderMs: 10_000,
  /** What a recording may take beyond its own length. */
  recordingMs: 10_000,
  /** The last words of a recording that was ended by a key. */
  recordingEndMs: 5_000,
  forgettingMs: 10_000,
  queueEntryMs: 10_000,
  transferMs: 15_000,
  hangUpMs: 5_000,
  /** Keys kept that nothing has asked for yet. */
  keysAhead: 40,
  /** Playbacks that may break off in a row before the caller, who hears nothing, is led to a human. */
  unheard: 3,
  /** Proofs of identity that may fail in one call (T1.4). */
  failures: 3,
  /** Query codes that no case has, in one call: whoever tries more is not answered. */
  unknownCodes: 3,
  /** Nodes and prompts begun in one call: whoever presses keys for ever is let go. */
  visits: 1_500,
} as const;

/** A resumed call counts on from so much further, so that nothing of the process that died is mistaken for its own. */
export const STEPS_PER_RESUME = 1_000;
