import {
  type CallFlow,
  type CallerAccount,
  defaultCallFlow,
  type FlowEvent,
  type FlowState,
} from '@switchyard/domain';
import { AnswersAhead } from './answers-ahead';
import { questionsAhead } from './questions-ahead';

const FLOW: CallFlow = defaultCallFlow();
const ACCOUNT: CallerAccount = { accountNo: '51001', valueTier: 'mid', listFlag: 'normal', important: false };
const at = (node: string, state: Partial<FlowState> = {}) =>
  ({ node, waits: 'keys', step: 4, anonymous: false, accounts: [ACCOUNT], ...state }) as FlowState;
const BILL = { what: 'bill', accountNo: '51001' } as const;
const ARREARS = { what: 'arrears', accountNo: '51001' } as const;
const IDENTIFIED = { account: ACCOUNT };

describe('what a caller may ask for next', () => {
  it.each<[string, FlowState, readonly object[]]>([
    ['behind the first keys of a menu', at('account-menu', IDENTIFIED), [BILL, ARREARS]],
    [
      'while the menu is being said',
      at('account-menu', { ...IDENTIFIED, waits: 'playback' }),
      [BILL, ARREARS],
    ],
    ['nothing before an account is proved, where none is proved on the way', at('account-menu'), []],
    [
      'nothing of a caller who wants to stay unknown',
      at('account-menu', { ...IDENTIFIED, anonymous: true }),
      [],
    ],
    [
      'nothing while the flow waits for something else',
      at('account-menu', { ...IDENTIFIED, waits: 'look-up' }),
      [],
    ],
    ['nothing where no key leads to a look-up', at('guide', IDENTIFIED), []],
    ['nothing at what is no menu', at('ask-query-code', IDENTIFIED), []],
  ])('is %s', (_what, state, questions) => {
    expect(questionsAhead(FLOW, state)).toEqual(questions);
  });

  it('is found behind a proof of identity that the number alone gives, and behind no other', () => {
    const { nodes } = FLOW.document;
    const menu = { ...nodes['account-menu'], choices: [{ key: '1', next: 'identify' }] };
    const identify = { ...nodes['identify'], identified: 'look-up-bill' };
    const flow = { ...FLOW, document: { ...FLOW.document, nodes: { ...nodes, menu, identify } } } as CallFlow;
    expect(questionsAhead(flow, at('menu'))).toEqual([BILL]);
    expect(questionsAhead(flow, at('menu', { accounts: [ACCOUNT, ACCOUNT] }))).toEqual([]);
  });
});

describe('an answer looked up ahead', () => {
  const look = (accountNo = '51001', step = 9) =>
    ({ type: 'look-up', step, what: 'bill', accountNo }) as const;

  function setUp(result: 'found' | 'unavailable' = 'found') {
    let now = 0;
    const asked: string[] = [];
    const lookUps = {
      isBusy: false,
      lookUp: async (
        _callId: string,
        { what, accountNo, step }: { what: string; accountNo?: string; step: number },
      ) => {
        asked.push(`${what} ${accountNo}`);
        return { type: 'look-up-result', step, result } as Extract<FlowEvent, { type: 'look-up-result' }>;
      },
    };
    const ahead = new AnswersAhead(lookUps, () => now);
    const inMenu = () => ahead.prepare('c1', FLOW, at('account-menu', IDENTIFIED));
    return { ahead, asked, lookUps, inMenu, pass: (ms: number) => (now += ms) };
  }

  it('answers the key at once, under the step that asks', async () => {
    const { ahead, asked, inMenu } = setUp();
    inMenu();
    inMenu();
    expect(await ahead.lookUp('c1', look())).toEqual({ type: 'look-up-result', step: 9, result: 'found' });
    expect(asked).toEqual(['bill 51001', 'arrears 51001']);
  });

  it.each<[string, (world: ReturnType<typeof setUp>) => void, string]>([
    ['it is old', ({ pass }) => pass(30_001), '51001'],
    ['another account is meant', () => undefined, '51002'],
    ['the call was forgotten', ({ ahead }) => ahead.forget('c1'), '51001'],
  ])('is asked anew when %s', async (_why, happens, accountNo) => {
    const world = setUp();
    world.inMenu();
    happens(world);
    await world.ahead.lookUp('c1', look(accountNo));
    expect(world.asked).toEqual(['bill 51001', 'arrears 51001', `bill ${accountNo}`]);
  });

  it('is asked anew when nobody could tell', async () => {
    const { ahead, asked, inMenu } = setUp('unavailable');
    inMenu();
    await ahead.lookUp('c1', look());
    expect(asked).toHaveLength(3);
  });

  it('is not asked for while many callers wait for answers', () => {
    const { asked, lookUps, inMenu } = setUp();
    lookUps.isBusy = true;
    inMenu();
    expect(asked).toEqual([]);
  });
});
