import type { ListWorkOrdersRequest, WorkOrderKind } from '@switchyard/contracts';
import { DEPARTMENTS, KINDS, SEARCHES } from './desk-words';

/** A way to ask for the list, as the console does; `pick` gives a whole number below its argument. */
export interface ListWay {
  readonly name: string;
  readonly request: (pick: (below: number) => number, now: Date) => ListWorkOrdersRequest;
}

const day = (now: Date, ago: number) => new Date(now.getTime() - ago * 86_400_000).toISOString();
const agent = (pick: (below: number) => number) => `agent-${pick(300)}`;
const area = (pick: (below: number) => number) => `32${String(pick(200)).padStart(4, '0')}`;
const kind = (pick: (below: number) => number): WorkOrderKind => KINDS[pick(KINDS.length)] ?? 'fault';
const owner = (pick: (below: number) => number) => DEPARTMENTS[pick(DEPARTMENTS.length)] ?? 'centre';

export const LIST_WAYS: readonly ListWay[] = [
  { name: 'the newest', request: () => ({}) },
  { name: 'open ones of a kind', request: (pick) => ({ kind: kind(pick), status: 'open' }) },
  {
    name: "a department's, nearest due first",
    request: (pick) => ({ owner: owner(pick), status: 'open', sort: 'due' }),
  },
  {
    name: 'mine, nearest due first',
    request: (pick) => ({ assignee: agent(pick), status: 'open', sort: 'due' }),
  },
  {
    name: 'overdue ones of a department',
    request: (pick) => ({ owner: owner(pick), overdue: true, sort: 'due' }),
  },
  { name: 'of an account', request: (pick) => ({ accountNo: String(pick(400_000)).padStart(10, '51') }) },
  {
    name: 'of a telephone number',
    request: (pick) => ({ phone: `+86139${String(pick(400_000)).padStart(8, '0')}` }),
  },
  { name: 'by query code', request: (pick) => ({ queryCode: String(1 + pick(900_000)).padStart(8, '0') }) },
  { name: 'of an area and kind', request: (pick) => ({ areaCode: area(pick), kind: kind(pick) }) },
  {
    name: 'of a category and a month',
    request: (pick, now) => {
      const ago = 31 + pick(600);
      const month = { openedFrom: day(now, ago), openedBefore: day(now, ago - 31) };
      return { contentCategory: `category-${pick(40)}`, ...month };
    },
  },
  { name: 'a department, changed last', request: (pick) => ({ owner: owner(pick), sort: 'changed' }) },
  { name: 'by words', request: (pick) => ({ search: SEARCHES[pick(SEARCHES.length)] ?? '' }) },
  {
    name: 'by words, of an area',
    request: (pick) => ({ search: SEARCHES[pick(SEARCHES.length)] ?? '', areaCode: area(pick) }),
  },
];
