import {
  BRANCH_SUBJECTS,
  FLOW_LOOK_UPS,
  FLOW_QUEUES,
  FLOW_WORK_ORDERS,
  QUEUE_LEAVINGS,
} from '../document/vocabulary';
import type { FlowNodeKind } from '../document/flow-document';
import { SPOKEN_LANGUAGES } from '../../speech';
import { asking, common, node, pieces, topic, variable } from './fields';
import { flag, type JsonSchema, list, oneOfWords, record, text, whole, word } from './json-schema';

type Fields = Readonly<Record<string, JsonSchema>>;

function nodeOf(kind: FlowNodeKind, description: string, required: Fields, optional: Fields): JsonSchema {
  return record({ kind: { const: kind }, ...required }, optional, description);
}

const choice = record(
  { key: word('^[0-9]$', 'The key'), next: node('where it leads') },
  {
    asks: topic('Topic noted as asked for'),
    set: {
      type: 'object',
      description: 'Variables set to fixed words',
      propertyNames: variable('Name of the variable'),
      additionalProperties: topic('The word'),
      minProperties: 1,
      maxProperties: 5,
    },
  },
);

const question = record(
  {
    about: oneOfWords(['csat', 'solved', 'nps'], 'csat: keys 1 to 5; solved: 1 yes, 2 no; nps: 0 to 10'),
    say: pieces('The question'),
  },
  { sample: { type: 'number', minimum: 0, maximum: 1, description: 'Share of the callers who are asked' } },
);

export const NODE_SCHEMAS: readonly JsonSchema[] = [
  nodeOf(
    'say',
    'Says something and goes on',
    { say: pieces('What is said'), next: node('what follows') },
    {
      ...common,
      interruptible: flag('Whether a key interrupts it; it does unless false'),
      completes: topic('Topic that the caller has been served with when this was said'),
    },
  ),
  nodeOf(
    'menu',
    'One key, one branch; `*` repeats, `0` leads to a human',
    { say: pieces('What is offered'), choices: list(choice, 1, 10) },
    { ...asking, repeat: node('where `*` leads instead of this menu') },
  ),
  nodeOf(
    'collect',
    'Digits, ended by `#`; `*` begins again, `0` alone leads to a human',
    {
      say: pieces('What is asked for'),
      into: variable('Variable that takes the digits'),
      minDigits: whole(1, 32, 'Fewer are wrong'),
      maxDigits: whole(1, 32, 'The entry ends by itself with so many'),
      next: node('what follows'),
    },
    asking,
  ),
  nodeOf(
    'identify',
    'Makes sure who calls: by bound number, else by account number and password',
    {
      which: pieces('Asks for the last four digits, or the whole number, of one of several bound accounts'),
      account: pieces('Asks for the account number'),
      password: pieces('Asks for the password'),
      wrong: pieces('Said after a wrong account number or password'),
      identified: node('the caller is known'),
      failed: node('three failures'),
      locked: node('telephone access is locked; {identity.lockedUntil} is known there'),
      unavailable: node('it could not be checked'),
    },
    { ...asking, by: oneOfWords(['any', 'password'], '`password`: also from a bound number') },
  ),
  nodeOf(
    'look-up',
    'Asks for data; the variables are known from `found` on',
    {
      what: oneOfWords(FLOW_LOOK_UPS, 'What is asked for'),
      found: node('there is something'),
      notFound: node('there is nothing'),
      unavailable: node('it could not be asked'),
    },
    {
      ...common,
      with: variable('case-progress: the query code; outages: an account number that was keyed'),
      current: flag('outages: only those that are going on'),
    },
  ),
  nodeOf(
    'open-work-order',
    'Opens a work order with the messages recorded since the last one',
    {
      order: oneOfWords(FLOW_WORK_ORDERS, 'Kind of work order'),
      text: text(2000, 'What the staff read, variables in braces'),
      opened: node('opened; {workOrder.queryCode} is known there'),
      failed: node('it could not be opened'),
    },
    {
      ...common,
      anonymous: flag('Without number and account; needs `forget-caller` before'),
      application: variable('Variable with the kind of application'),
      callBack: variable('Variable with the number to call back'),
      completes: topic('Topic that the caller has been served with when it is open'),
    },
  ),
  nodeOf(
    'record-message',
    'Records a message, ended by any key, by silence or by its length',
    {
      say: pieces('What to say, and how to end'),
      maxSeconds: whole(5, 600, 'Longest message'),
      maxSilenceSeconds: whole(2, 30, 'Silence that ends it'),
      minSeconds: whole(1, 30, 'What is shorter counts as nothing'),
      recorded: node('there is a message'),
    },
    asking,
  ),
  nodeOf(
    'queue',
    'To a human',
    {
      queue: oneOfWords(FLOW_QUEUES, 'The queue'),
      maxWaitSeconds: whole(10, 3600, 'Longest wait'),
      left: record(
        Object.fromEntries(QUEUE_LEAVINGS.map((reason) => [reason, node(`left the queue: ${reason}`)])),
      ),
    },
    common,
  ),
  nodeOf(
    'offer-call-back',
    'Offers a call-back: 1 to this number, 2 to another, 3 none',
    {
      offer: pieces('Said when the number is known'),
      offerWithheld: pieces('Said when it is withheld: 2 to give one, 3 none'),
      askNumber: pieces('Asks for the number'),
      into: variable('Variable that takes the number'),
      accepted: node('a number is there'),
      declined: node('key 3, or no answer'),
    },
    asking,
  ),
  nodeOf(
    'survey',
    'Rating by key; a question without an answer is passed over',
    { questions: list(question, 1, 3), next: node('what follows') },
    common,
  ),
  nodeOf(
    'transfer',
    'To a telephone number',
    { to: word('^\\+?[0-9]{3,20}$', 'Telephone number'), failed: node('it could not be done') },
    common,
  ),
  nodeOf(
    'branch',
    'Decides on data; the first case that holds',
    {
      on: oneOfWords(Object.keys(BRANCH_SUBJECTS), 'What is looked at'),
      cases: list(
        record({
          is: list(text(20, 'A word of the subject; for time-of-day a range 08:00-12:00'), 1, 20),
          next: node('where the case leads'),
        }),
        1,
        20,
      ),
      otherwise: node('no case holds'),
    },
    common,
  ),
  nodeOf(
    'set-language',
    'Speaks another language from here on',
    { language: oneOfWords(SPOKEN_LANGUAGES, 'The language'), next: node('what follows') },
    common,
  ),
  nodeOf(
    'forget-caller',
    'Anonymity: number and identity are forgotten before anything else happens',
    { forgotten: node('the caller is anonymous'), failed: node('it could not be done') },
    common,
  ),
  nodeOf('hang-up', 'Ends the call', {}, common),
];
