import { parseCallLog } from './call-log';

const at = (second: number) => `2026-11-22T08:00:${String(second).padStart(2, '0')}.500000Z`;
const epoch = (second: number) => Date.parse(at(second));
const log = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');

describe('the subscribers’ call log', () => {
  it('tells an answered call with its keys and what was heard', () => {
    const calls = parseCallLog(
      log(
        `${at(1)} INVITE +8613900030001 a@host 95598`,
        `${at(2)} ANSWERED +8613900030001 a@host`,
        `${at(4)} PRESSED +8613900030001 a@host 2`,
        `${at(6)} PRESSED +8613900030001 a@host 1`,
        `${at(9)} BYE +8613900030001 a@host 350.000000`,
      ),
    );
    expect(calls).toEqual([
      {
        number: '+8613900030001',
        from: '95598',
        sipCallId: 'a@host',
        invitedAt: epoch(1),
        answeredAt: epoch(2),
        endedAt: epoch(9),
        end: 'pbx-hung-up',
        keys: '21',
        heardSeconds: 7,
      },
    ]);
  });

  it('tells refusals, cancelled calls and calls that the subscriber ended', () => {
    const calls = parseCallLog(
      log(
        `${at(1)} INVITE 1 a 95598`,
        `${at(1)} INVITE 2 b 95598`,
        `${at(1)} INVITE 3 c 95598`,
        `${at(2)} REFUSED 1 a 486`,
        `${at(3)} ANSWERED 3 c`,
        `${at(4)} HUNG-UP 3 c `,
        `${at(5)} CANCELLED 2 b`,
      ),
    );
    expect(calls.map(({ end, status, heardSeconds }) => [end, status, heardSeconds])).toEqual([
      ['refused', 486, undefined],
      ['cancelled', undefined, undefined],
      ['subscriber-hung-up', undefined, 0],
    ]);
  });

  it('has no end for a call that still lives', () => {
    const [call] = parseCallLog(log(`${at(1)} INVITE 1 a 95598`));
    expect(call?.endedAt).toBeUndefined();
  });

  it('leaves out a line that is still being written', () => {
    expect(parseCallLog(`${log(`${at(1)} INVITE 1 a 95598`)}${at(2)} INV`)).toHaveLength(1);
    expect(parseCallLog(`${at(2)} INVITE 1 a 955`)).toEqual([]);
  });

  it('tells two calls to one number apart', () => {
    const calls = parseCallLog(log(`${at(1)} INVITE 1 a 95598`, `${at(2)} INVITE 1 b 95598`));
    expect(calls.map(({ sipCallId }) => sipCallId)).toEqual(['a', 'b']);
  });

  it('refuses a log that it does not understand', () => {
    expect(() => parseCallLog(log(`${at(1)} INVITE 1 a 95598`, `${at(2)} EXPLODED 1 a`))).toThrow(/EXPLODED/);
  });
});
