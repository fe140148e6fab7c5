import type { ReceivedCall } from '@switchyard/testing';
import { callFigures } from './call-figures';

const MEASUREMENT = { from: 10_000, to: 20_000, offeredPerSecond: 10, wantedSeconds: 3, refused: 0 };

function call(invitedAt: number, change: Partial<ReceivedCall> = {}): ReceivedCall {
  return {
    number: '+8613900010001',
    from: '95598',
    sipCallId: String(invitedAt),
    invitedAt,
    answeredAt: invitedAt + 5,
    endedAt: invitedAt + 3_005,
    end: 'pbx-hung-up',
    keys: '',
    ...change,
  };
}

/** Ten calls a second from 5 s on, as every fifth change says otherwise. */
function calls(change: (index: number) => Partial<ReceivedCall> = () => ({})): ReceivedCall[] {
  return Array.from({ length: 200 }, (_, index) => call(5_000 + index * 100, change(index)));
}

describe('figures of calls', () => {
  it('count what ends and is answered in the window', () => {
    expect(callFigures(calls(), MEASUREMENT)).toMatchObject({
      callsPerSecond: 10,
      answeredPerSecond: 10,
      failedShare: 0,
      meanSeconds: 3,
      sustained: true,
    });
  });

  it('do not hold when one in a hundred is refused', () => {
    const refused = callFigures(
      calls((index) => (index % 50 === 0 ? { end: 'refused', answeredAt: undefined } : {})),
      MEASUREMENT,
    );
    expect(refused).toMatchObject({ sustained: false, shortfall: '2.0 % failed' });
    expect(callFigures(calls(), { ...MEASUREMENT, refused: 2 })).toMatchObject({ sustained: false });
  });

  it('do not hold when calls never end', () => {
    const hanging = callFigures(
      calls(() => ({ end: undefined, endedAt: undefined })),
      MEASUREMENT,
    );
    expect(hanging).toMatchObject({ failedShare: 1, sustained: false });
  });

  it('do not hold when calls last longer than their prompt', () => {
    const slow = callFigures(
      calls((index) => ({ endedAt: 5_000 + index * 100 + 3_405 })),
      MEASUREMENT,
    );
    expect(slow).toMatchObject({ sustained: false, shortfall: 'calls of 3.40 s' });
  });

  it('do not hold when fewer calls are done than offered', () => {
    expect(callFigures(calls(), { ...MEASUREMENT, offeredPerSecond: 12 })).toMatchObject({
      sustained: false,
      shortfall: 'only 10/s done',
    });
  });
});
