import { SPOKEN_LANGUAGES } from '../../../speech';
import type { LookUpNode } from '../../document/flow-document';
import { LOOK_UPS, type Variables } from '../../text/variables';
import { speakValue } from '../../text/variable-type';
import type { FlowEffect } from '../flow-effect';
import type { FlowEvent, LookUpData } from '../flow-event';
import type { FlowItem, FlowValue } from '../flow-state';
import { LIMITS } from '../limits';
import type { Onward, Turn } from '../turn';

type Asked = Pick<Extract<FlowEffect, { type: 'look-up' }>, 'accountNo' | 'areaCodes' | 'queryCode'>;

export function beginLookUp(turn: Turn, node: LookUpNode): Onward {
  const asked = askedFor(turn, node);
  if (!asked || triesCodes(turn, node)) return node.unavailable;
  return turn.wait('look-up', LIMITS.lookUpMs, (step) => ({
    type: 'look-up',
    step,
    what: node.what,
    ...asked,
    ...(node.what === 'outages' && node.current === true ? { currentOnly: true } : {}),
  }));
}

/** Cases are not found by trying codes. */
function triesCodes({ state: { unknownCodes = 0 } }: Turn, { what }: LookUpNode): boolean {
  return what === 'case-progress' && unknownCodes >= LIMITS.unknownCodes;
}

/** What is asked by; undefined when nothing is known to ask by. */
function askedFor(turn: Turn, node: LookUpNode): Asked | undefined {
  const { state } = turn;
  const keyed = node.with === undefined ? undefined : state.values[node.with];
  if (node.what === 'case-progress') return typeof keyed === 'string' ? { queryCode: keyed } : undefined;
  if (node.what === 'outages' && typeof keyed === 'string') return { accountNo: keyed };
  if (state.account) {
    const { accountNo, areaCode } = state.account;
    // An account without an area: nobody can say whether there is an outage.
    return node.what === 'outages' && areaCode === undefined ? undefined : { accountNo };
  }
  if (node.what !== 'outages') return undefined;
  const areaCodes = [...new Set((state.accounts ?? []).flatMap(({ areaCode }) => areaCode ?? []))];
  return areaCodes.length > 0 ? { areaCodes } : undefined;
}

/** What was found is kept when it can be spoken; else it counts as unavailable. */
export function lookUpAnswered(
  turn: Turn,
  node: LookUpNode,
  { result, data }: Extract<FlowEvent, { type: 'look-up-result' }>,
): Onward {
  if (result === 'not-found') {
    if (node.what === 'case-progress') turn.state.unknownCodes = (turn.state.unknownCodes ?? 0) + 1;
    return node.notFound;
  }
  const found = result === 'found' ? readData(node, data ?? {}) : undefined;
  if (!found) return node.unavailable;
  turn.state.values = { ...turn.state.values, ...found.values };
  turn.state.lists = { ...turn.state.lists, ...found.lists };
  return node.found;
}

interface Found {
  readonly values: Readonly<Record<string, FlowValue>>;
  readonly lists: Readonly<Record<string, readonly FlowItem[]>>;
}

function readData(node: LookUpNode, data: LookUpData): Found | undefined {
  const { values, list } = LOOK_UPS[node.what];
  const read = readValues(values, data.values ?? {});
  if (!read) return undefined;
  if (!list) return { values: read, lists: {} };
  const items: FlowItem[] = [];
  for (const item of data.items ?? []) {
    const one = readValues(list.items, item);
    if (!one) return undefined;
    items.push(node.with === undefined ? one : withoutArea(one));
  }
  if (items.length === 0) return undefined;
  return { values: { ...read, [`${list.name}.count`]: items.length }, lists: { [list.name]: items } };
}

/** Whoever only keys an account number is not told where it is. */
function withoutArea({ 'outage.area': _, ...item }: FlowItem): FlowItem {
  return item;
}

function readValues(variables: Variables, data: FlowItem): FlowItem | undefined {
  const read: Record<string, FlowValue> = {};
  for (const [name, { field, type, optional }] of Object.entries(variables)) {
    const value = data[field];
    if (value !== undefined && canBeSpoken(() => SPOKEN_LANGUAGES.map((one) => speakValue(type, value, one))))
      read[name] = value;
    else if (optional !== true) return undefined;
  }
  return read;
}

function canBeSpoken(speak: () => unknown): boolean {
  try {
    speak();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
