import { parseAgentPolicy, STANDARD_AGENT_POLICY } from './agent-policy';

test('the standard policy is a sound document, and keeps the limits of the rules', () => {
  expect(parseAgentPolicy(JSON.parse(JSON.stringify(STANDARD_AGENT_POLICY)))).toEqual({
    ok: true,
    value: STANDARD_AGENT_POLICY,
  });
  expect(STANDARD_AGENT_POLICY.afterCallWork.limitSeconds).toBe(60);
  expect(STANDARD_AGENT_POLICY.callBackHours).toBe(24);
});

test('a policy from before messages had a retention has the standard one', () => {
  const { messageDays, evidenceDays, strayFileDays, ...older } = STANDARD_AGENT_POLICY;
  expect(parseAgentPolicy(older)).toEqual({ ok: true, value: STANDARD_AGENT_POLICY });
  expect([messageDays, evidenceDays, strayFileDays]).toEqual([365, 1095, 30]);
  expect(parseAgentPolicy({ ...older, messageDays: 0 }).ok).toBe(false);
});

test('every problem of a policy is told', () => {
  const read = parseAgentPolicy({
    afterCallWork: { limitSeconds: -1, atLimit: 'never', extra: 1 },
    missedRingsUntilAway: 0,
    recordingDays: 180,
  });
  expect(read.ok ? [] : read.error.map(({ path }) => path)).toEqual([
    'afterCallWork.limitSeconds',
    'afterCallWork.atLimit',
    'missedRingsUntilAway',
    'callBackHours',
    'afterCallWork.extra',
  ]);
});
