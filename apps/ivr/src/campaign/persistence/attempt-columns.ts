export const ATTEMPT_COLUMNS = `a.contact_id as "contactId", a.call_id as "callId", a.ordinal, c.direction,
  a.claimed_at as "claimedAt", c.originated_at as "originatedAt", c.answered_at as "answeredAt",
  c.ended_at as "endedAt", a.outcome, c.cause, c.heard_ms as "heardMs", c.keys, c.evidence,
  c.spoken_text as "spokenText", c.audio_hash as "audioHash", a.next_due_at as "nextDueAt"`;
