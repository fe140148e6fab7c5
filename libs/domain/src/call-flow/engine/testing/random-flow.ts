import type { CallFlow } from '../../document/call-flow';
import { allExits } from '../../document/exits';
import type { CallFlowDocument, FlowNode, Piece } from '../../document/flow-document';
import { parseCallFlow } from '../../document/parse-call-flow';
import { QUEUE_LEAVINGS, type QueueLeaving } from '../../document/vocabulary';
import { seededRandom } from '../../simulate';

const says = (text: string): Piece[] => [{ 'zh-CN': text, en: text }];

/** A valid flow of any shape: ways without a key lead onwards only, ways by key lead anywhere. */
export function randomFlow(seed: number, size: number): CallFlow {
  const parsed = parseCallFlow(randomDocument(seed, size, 0));
  if (!parsed.ok) throw new Error(`seed ${seed}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** A document of any shape; so large a part of its ways without a key (0 to 1) leads anywhere, backwards too. */
export function randomDocument(seed: number, size: number, backwards: number): CallFlowDocument {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const name = (index: number) => `n${index}`;
  const anywhere = () => name(pick(size + 1));
  const nodes: Record<string, FlowNode> = { [name(size)]: { kind: 'hang-up' } };
  for (let index = 0; index < size; index += 1) {
    const onward = () => (random() < backwards ? anywhere() : name(index + 1 + pick(size - index)));
    nodes[name(index)] = randomNode(pick(14), onward, anywhere, random);
  }
  const document: CallFlowDocument = {
    format: 1,
    name: 'random',
    settings: { keyWaitSeconds: 2 + pick(5), betweenKeysSeconds: 2, tries: 1 + pick(5) },
    entries: [{ name: 'general', language: random() < 0.5 ? 'en' : 'zh-CN', start: name(0) }],
    human: anywhere(),
    strikes: name(size),
    wrongKey: says('wrong'),
    missingKey: says('none'),
    nodes,
  };
  return reachable(document);
}

function randomNode(
  kind: number,
  onward: () => string,
  anywhere: () => string,
  random: () => number,
): FlowNode {
  const strikes = random() < 0.5 ? onward() : undefined;
  switch (kind) {
    case 0:
      return { kind: 'say', say: says('said'), interruptible: random() < 0.7, next: onward() };
    case 1:
      return {
        kind: 'collect',
        say: says('digits'),
        into: 'digits',
        minDigits: 1 + Math.floor(random() * 3),
        maxDigits: 3 + Math.floor(random() * 5),
        next: anywhere(),
        strikes,
      };
    case 2:
      return {
        kind: 'identify',
        by: random() < 0.3 ? 'password' : 'any',
        which: says('which'),
        account: says('account'),
        password: says('password'),
        wrong: says('wrong'),
        identified: onward(),
        failed: onward(),
        locked: anywhere(),
        unavailable: onward(),
        strikes,
      };
    case 3:
      return { kind: 'look-up', what: 'outages', found: onward(), notFound: onward(), unavailable: onward() };
    case 4:
      return { kind: 'open-work-order', order: 'query', text: 'text', opened: onward(), failed: onward() };
    case 5:
      return {
        kind: 'record-message',
        say: says('speak'),
        maxSeconds: 30,
        maxSilenceSeconds: 5,
        minSeconds: 2,
        recorded: onward(),
        strikes,
      };
    case 6: {
      const left = Object.fromEntries(QUEUE_LEAVINGS.map((reason) => [reason, onward()]));
      return {
        kind: 'queue',
        queue: 'general',
        maxWaitSeconds: 60,
        left: left as Record<QueueLeaving, string>,
      };
    }
    case 7:
      return {
        kind: 'offer-call-back',
        offer: says('offer'),
        offerWithheld: says('offer'),
        askNumber: says('number'),
        into: 'phone',
        accepted: anywhere(),
        declined: onward(),
        strikes,
      };
    case 8:
      return {
        kind: 'survey',
        questions: [
          { about: 'csat', say: says('csat'), sample: random() },
          { about: 'nps', say: says('nps') },
        ],
        next: onward(),
      };
    case 9:
      return { kind: 'transfer', to: '95598', failed: onward() };
    case 10:
      return {
        kind: 'branch',
        on: 'value-tier',
        cases: [{ is: ['high'], next: onward() }],
        otherwise: onward(),
      };
    case 11:
      return { kind: 'set-language', language: random() < 0.5 ? 'en' : 'zh-CN', next: onward() };
    case 12:
      return { kind: 'forget-caller', forgotten: onward(), failed: onward() };
    default:
      return {
        kind: 'menu',
        say: says('menu'),
        choices: ['1', '2', '3'].map((key) => ({ key, next: anywhere() })),
        ...(random() < 0.3 ? { repeat: anywhere() } : {}),
        strikes,
      };
  }
}

function reachable(document: CallFlowDocument): CallFlowDocument {
  const found = new Set([
    ...document.entries.map(({ start }) => start),
    document.human,
    document.strikes ?? '',
  ]);
  for (const one of found) {
    const node = document.nodes[one];
    if (node) for (const { to } of allExits(node, document)) found.add(to);
  }
  const starts = [...found].map((start) => ({ name: start, language: 'en' as const, start })).slice(0, 50);
  const kept = Object.entries(document.nodes).filter(([one]) => found.has(one));
  return {
    ...document,
    entries: [...document.entries, ...starts],
    nodes: JSON.parse(JSON.stringify(Object.fromEntries(kept))) as CallFlowDocument['nodes'],
  };
}
