import { type CallFlowDocument, grammarOf } from '@switchyard/domain';

/** What every measured bill is about. */
export const PAYABLE_FEN = 10_000;

const both = (words: string) => ({ 'zh-CN': words, en: words });
const MENU = '查账单请按一。';
const ANSWER = '应交电费';
const SORRY = '对不起。';

/** The measured menu as a call flow: who calls is known by number, the bill is looked up at the key. */
export const BENCH_FLOW: CallFlowDocument = {
  format: 1,
  name: 'bench',
  description: 'A menu, a bill, and goodbye',
  settings: { keyWaitSeconds: 6, betweenKeysSeconds: 4, tries: 3 },
  entries: [{ name: 'bench', language: 'zh-CN', start: 'menu' }],
  human: 'to-human',
  strikes: 'hang-up',
  wrongKey: [both(SORRY)],
  missingKey: [both(SORRY)],
  nodes: {
    menu: { kind: 'menu', say: [both(MENU)], choices: [{ key: '1', asks: 'bill', next: 'who' }] },
    who: {
      kind: 'identify',
      which: [both(SORRY)],
      account: [both(SORRY)],
      password: [both(SORRY)],
      wrong: [both(SORRY)],
      identified: 'bill',
      failed: 'hang-up',
      locked: 'hang-up',
      unavailable: 'hang-up',
    },
    bill: { kind: 'look-up', what: 'bill', found: 'tell', notFound: 'hang-up', unavailable: 'hang-up' },
    tell: { kind: 'say', say: [both(`${ANSWER}{bill.payable}`)], completes: 'bill', next: 'hang-up' },
    'to-human': {
      kind: 'queue',
      queue: 'general',
      maxWaitSeconds: 30,
      left: {
        served: 'hang-up',
        timeout: 'hang-up',
        full: 'hang-up',
        empty: 'hang-up',
        'call-back': 'hang-up',
        unavailable: 'hang-up',
      },
    },
    'hang-up': { kind: 'hang-up' },
  },
};

/** Segments of the menu, and of the answer to its key. */
export const MENU_WORDS = [MENU];
export const ANSWER_WORDS = [ANSWER, ...grammarOf('zh-CN').money(PAYABLE_FEN)];
