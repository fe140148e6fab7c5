import { maySignOut } from './relief';

test.each([
  [{ kind: 'not-named' }, { ok: false, error: 'relief-not-named' }],
  [
    { kind: 'named', signedIn: false },
    { ok: false, error: 'relief-not-signed-in' },
  ],
  [
    { kind: 'named', signedIn: true },
    { ok: true, value: true },
  ],
  [{ kind: 'not-needed' }, { ok: true, value: true }],
] as const)('relief %j (§7)', (relief, answer) => {
  expect(maySignOut(relief)).toEqual(answer);
});
