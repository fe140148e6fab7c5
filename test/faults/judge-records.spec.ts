import { type FinalContact, judgeRecords, type PlatformRecords, type PublishedEvent } from './judge-records';

const contact = (id: string, disposition?: string, dispositionReason = 'heard'): FinalContact => ({
  id,
  accountNo: `account ${id}`,
  number: `+861390001000${id}`,
  countedAttempts: 1,
  ...(disposition === undefined ? {} : { disposition, dispositionReason }),
});

const event = (id: string, name: string, payload: Record<string, unknown>): PublishedEvent => ({
  id,
  subject: `ivr.event.${name}.v1`,
  published: true,
  payload,
});

/** Three contacts: one reached who asked for a human, one handed off, one who paid. */
const SOUND: PlatformRecords = {
  contacts: [
    contact('1', 'delivered', 'human-requested'),
    contact('2', 'handed-off', 'exhausted'),
    contact('3', 'cancelled', 'paid'),
  ],
  handOffList: ['2'],
  countedRows: new Map(['1', '2', '3'].map((id) => [id, 1])),
  attemptCap: 3,
  events: [
    event('e1', 'notice-delivered', { contactId: '1' }),
    event('e2', 'contact-handed-off', { contactId: '2' }),
    event('e3', 'contact-cancelled', { contactId: '3' }),
    event('e4', 'human-requested', { callId: 'c1' }),
  ],
  streamed: ['e1', 'e2', 'e3', 'e4'],
  consumed: [
    { durable: 'ticket-humans', eventId: 'e4', subject: 'ivr.event.human-requested.v1', state: 'done' },
  ],
  workOrders: [{ number: 'W1', reference: 'call:c1', phone: '+8613900010001' }],
  paid: [{ accountNo: 'account 3', amountFen: 100 }],
  knownPayments: [{ accountNo: 'account 3', amountFen: 100 }],
};

const findings = (changed: Partial<PlatformRecords>) =>
  judgeRecords({ ...SOUND, ...changed }).flatMap((check) => check.findings);

test('sound records have no findings', () => {
  expect(findings({})).toEqual([]);
});

const [delivered, handedOff, cancelled, human] = SOUND.events as [
  PublishedEvent,
  PublishedEvent,
  PublishedEvent,
  PublishedEvent,
];

test.each<[string, Partial<PlatformRecords>, string]>([
  [
    'a contact without a disposition',
    {
      contacts: [...SOUND.contacts, contact('4')],
      countedRows: new Map('1234'.split('').map((id) => [id, 1])),
    },
    'account 4 has no disposition',
  ],
  ['a fourth attempt', { countedRows: new Map([...SOUND.countedRows, ['2', 4]]) }, 'was attempted 4 times'],
  [
    'an attempt that was not counted',
    { countedRows: new Map([...SOUND.countedRows, ['2', 2]]) },
    'has 2 rows',
  ],
  ['a contact missing on the list', { handOffList: [] }, 'contact 2 is not in the hand-off list'],
  ['a contact twice on the list', { handOffList: ['2', '2'] }, 'contact 2 is in the hand-off list 2 times'],
  ['a stranger on the list', { handOffList: ['2', '1'] }, 'contact 1 is in the hand-off list and should not'],
  [
    'a disposition told twice',
    { events: [...SOUND.events, { ...delivered, id: 'e5' }], streamed: [...SOUND.streamed, 'e5'] },
    'contact 1 is in ivr.event.notice-delivered.v1 2 times',
  ],
  [
    'a disposition not told',
    { events: [delivered, cancelled, human] },
    'contact 2 is not in ivr.event.contact-handed-off.v1',
  ],
  [
    'an event left in the outbox',
    { events: [{ ...delivered, published: false }, handedOff, cancelled, human] },
    'e1 still waits in the outbox',
  ],
  ['an event that never reached the stream', { streamed: ['e1', 'e2', 'e4'] }, 'e3 is not in the stream'],
  ['an event that nobody consumes', { consumed: [] }, 'nobody consumes ivr.event.human-requested.v1'],
  [
    'an event that was given up',
    { consumed: SOUND.consumed.map((each) => ({ ...each, state: 'dead' })) },
    'e4 is not in durable ticket-humans',
  ],
  ['a request without a work order', { workOrders: [] }, 'call:c1 is not in the work orders'],
  [
    'two work orders for one call',
    { workOrders: [...SOUND.workOrders, ...SOUND.workOrders] },
    'call:c1 is in the work orders 2 times',
  ],
  [
    'a customer who asked for a human, of which no event tells',
    { events: [delivered, handedOff, cancelled], consumed: [], workOrders: [] },
    '+8613900010001 asked for a human and has no work order',
  ],
  ['a payment that was lost', { knownPayments: [] }, 'account 3 of 100 fen is not in what the dialer knows'],
])('%s is found', (_, changed, text) => {
  expect(findings(changed).join('\n')).toContain(text);
});
