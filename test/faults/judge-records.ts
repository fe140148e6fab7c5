/** A contact as the platform tells it over REST after the run. */
export interface FinalContact {
  readonly id: string;
  readonly accountNo: string;
  readonly number: string;
  readonly countedAttempts: number;
  readonly disposition?: string;
  readonly dispositionReason?: string;
}

export interface PublishedEvent {
  readonly id: string;
  readonly subject: string;
  /** False while it waits in the outbox. */
  readonly published: boolean;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What one durable consumer made of one event. */
export interface ConsumedEvent {
  readonly durable: string;
  readonly eventId: string;
  readonly subject: string;
  readonly state: string;
}

export interface WorkOrderRow {
  readonly number: string;
  readonly reference: string;
  readonly phone: string | null;
}

export interface PaymentRow {
  readonly accountNo: string;
  readonly amountFen: number;
}

/** Everything that the platform says of itself after the run. */
export interface PlatformRecords {
  readonly contacts: readonly FinalContact[];
  /** Ids of the contacts on the hand-off list, in its order. */
  readonly handOffList: readonly string[];
  /** Counted attempts by contact, by the attempts' own rows. */
  readonly countedRows: ReadonlyMap<string, number>;
  readonly attemptCap: number;
  readonly events: readonly PublishedEvent[];
  readonly consumed: readonly ConsumedEvent[];
  /** Ids of the messages in the event streams, as often as they are there. */
  readonly streamed: readonly string[];
  readonly workOrders: readonly WorkOrderRow[];
  /** Accepted over REST. */
  readonly paid: readonly PaymentRow[];
  /** What the dialer knows of payments. */
  readonly knownPayments: readonly PaymentRow[];
}

export interface Check {
  readonly name: string;
  /** What is wrong; empty when nothing is. */
  readonly findings: readonly string[];
}

const HUMAN_REQUESTED = 'ivr.event.human-requested.v1';
const DISPOSITION_EVENTS: Readonly<Record<string, string>> = {
  delivered: 'ivr.event.notice-delivered.v1',
  'handed-off': 'ivr.event.contact-handed-off.v1',
  cancelled: 'ivr.event.contact-cancelled.v1',
};
/** Subjects that other services act upon. */
const CONSUMED_SUBJECTS = [HUMAN_REQUESTED, 'ticket.event.payment-recorded.v1'];

/** Whether the platform's records agree with one another. Pure. */
export function judgeRecords(records: PlatformRecords): readonly Check[] {
  return [
    { name: 'every contact has a disposition', findings: lostContacts(records) },
    { name: 'no contact has too many counted attempts', findings: overCounted(records) },
    { name: 'the hand-off list is exactly the contacts handed off, each once', findings: handOffs(records) },
    { name: 'every disposition was told in one event', findings: dispositionEvents(records) },
    { name: 'every event of the outbox is in the stream', findings: unpublished(records) },
    { name: 'every event took effect once at each of its consumers', findings: effects(records) },
    { name: 'one work order for each customer who pressed 0', findings: workOrders(records) },
    { name: 'every payment arrived once', findings: payments(records) },
  ];
}

export function lostContacts({ contacts }: Pick<PlatformRecords, 'contacts'>): readonly string[] {
  return contacts
    .filter(({ disposition }) => disposition === undefined)
    .map(({ accountNo }) => `${accountNo} has no disposition`);
}

export function overCounted({ contacts, countedRows, attemptCap }: PlatformRecords): readonly string[] {
  return contacts.flatMap(({ id, accountNo, countedAttempts }) => {
    const rows = countedRows.get(id) ?? 0;
    if (rows > attemptCap || countedAttempts > attemptCap)
      return [`${accountNo} was attempted ${rows} times`];
    if (rows === countedAttempts) return [];
    return [`${accountNo} counts ${countedAttempts} attempts and has ${rows} rows`];
  });
}

function handOffs({ contacts, handOffList }: PlatformRecords): readonly string[] {
  const handedOff = contacts.filter(({ disposition }) => disposition === 'handed-off').map(({ id }) => id);
  return compareSets('contact', handedOff, handOffList, 'the hand-off list');
}

function dispositionEvents({ contacts, events }: PlatformRecords): readonly string[] {
  return Object.entries(DISPOSITION_EVENTS).flatMap(([disposition, subject]) => {
    const disposed = contacts.filter((contact) => contact.disposition === disposition).map(({ id }) => id);
    const told = events.filter((event) => event.subject === subject);
    const ids = told.map(({ payload }) => String(payload.contactId));
    return compareSets('contact', disposed, ids, subject);
  });
}

function unpublished({ events, streamed }: PlatformRecords): readonly string[] {
  const ids = new Set(streamed);
  return events.flatMap(({ id, subject, published }) => {
    if (!published) return [`${subject} ${id} still waits in the outbox`];
    return ids.has(id) ? [] : [`${subject} ${id} is not in the stream`];
  });
}

function effects({ events, consumed }: PlatformRecords): readonly string[] {
  const durables = new Map(consumed.map(({ durable, subject }) => [durable, subject]));
  const subjects = new Set(durables.values());
  const unheard = CONSUMED_SUBJECTS.filter(
    (subject) => !subjects.has(subject) && events.some((event) => event.subject === subject),
  ).map((subject) => `nobody consumes ${subject}`);
  const perDurable = [...durables].flatMap(([durable, subject]) => {
    const told = events.filter((event) => event.subject === subject).map(({ id }) => id);
    const done = consumed.filter((event) => event.durable === durable && event.state === 'done');
    return compareSets(
      subject,
      told,
      done.map(({ eventId }) => eventId),
      `durable ${durable}`,
    );
  });
  return [...unheard, ...perDurable];
}

function workOrders({ contacts, events, workOrders: orders }: PlatformRecords): readonly string[] {
  const asked = events
    .filter(({ subject }) => subject === HUMAN_REQUESTED)
    .map(({ payload }) => `call:${String(payload.callId)}`);
  const references = orders.map(({ reference }) => reference).filter((text) => text.startsWith('call:'));
  const numbers = contacts
    .filter(({ dispositionReason }) => dispositionReason === 'human-requested')
    .map(({ number }) => number);
  const phones = orders.map(({ phone }) => phone);
  return [
    ...compareSets('request of', asked, references, 'the work orders'),
    ...[...new Set(numbers)]
      .filter((number) => !phones.includes(number))
      .map((number) => `${number} asked for a human and has no work order`),
  ];
}

function payments({ paid, knownPayments }: PlatformRecords): readonly string[] {
  const text = ({ accountNo, amountFen }: PaymentRow) => `${accountNo} of ${amountFen} fen`;
  return compareSets('payment by', paid.map(text), knownPayments.map(text), 'what the dialer knows');
}

/** What is missing, what is there without being expected, and what is there more than once. */
function compareSets(
  what: string,
  expected: readonly string[],
  actual: readonly string[],
  where: string,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of actual) counts.set(item, (counts.get(item) ?? 0) + 1);
  const wanted = new Set(expected);
  return [
    ...[...wanted].filter((item) => !counts.has(item)).map((item) => `${what} ${item} is not in ${where}`),
    ...[...counts].flatMap(([item, count]) => [
      ...(wanted.has(item) ? [] : [`${what} ${item} is in ${where} and should not be`]),
      ...(count > 1 ? [`${what} ${item} is in ${where} ${count} times`] : []),
    ]),
  ];
}
