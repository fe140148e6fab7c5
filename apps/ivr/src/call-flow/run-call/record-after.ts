import { type FlowEffect, type FlowState, storableState } from '@switchyard/domain';
import { forgotten, type InboundCall } from '../inbound-calls/inbound-call';

/** Matters that are kept of one call; a caller who walks in circles asks for no more. */
const MOST_MATTERS = 50;

/** A caller without a name can have it said again after a crash (C5). */
const QUERY_CODE = 'workOrder.queryCode';

/** What is to be stored of a call after a step of its flow; `at` in milliseconds. Anonymous is for good (§5). */
export function recordAfter(
  record: InboundCall,
  state: FlowState,
  effects: readonly FlowEffect[],
  at: number,
): InboundCall {
  const noted = effects.reduce((before, effect) => afterEffect(before, effect, at), record);
  const standing = state.account ?? (state.accounts?.length === 1 ? state.accounts[0] : undefined);
  const known: InboundCall =
    standing === undefined
      ? noted
      : {
          ...noted,
          valueTier: standing.valueTier,
          listFlag: standing.listFlag,
          important: standing.important,
        };
  const { language, orders } = state;
  if (noted.anonymous || state.anonymous) {
    return forgotten({ ...known, language, orders, flowState: withoutCaller(storableState(state)) });
  }
  return { ...known, language, orders, flowState: storableState(state) };
}

/** Nothing that tells who it is; once the flow knows that the caller is forgotten, what was said since then is kept. */
function withoutCaller({ account: _, accounts: _all, ...state }: FlowState): FlowState {
  const { from: _number, ...facts } = state.facts;
  if (!state.anonymous) return { ...state, facts, anonymous: true, values: {}, lists: {}, attached: [] };
  const { [QUERY_CODE]: code } = state.values;
  return { ...state, facts, values: code === undefined ? {} : { [QUERY_CODE]: code }, lists: {} };
}

function afterEffect(record: InboundCall, effect: FlowEffect, at: number): InboundCall {
  switch (effect.type) {
    case 'identified':
      return { ...record, accountNo: effect.accountNo, identifiedBy: effect.by };
    case 'note':
      return {
        ...record,
        selfServiceCompleted: record.selfServiceCompleted || effect.completed !== undefined,
        asked: effect.asked === undefined ? record.asked : withMatter(record.asked, effect.asked, at),
      };
    case 'enqueue':
      return {
        ...record,
        queue: effect.queue,
        valueTier: effect.valueTier,
        listFlag: effect.listFlag,
        important: effect.important,
      };
    case 'forget-caller':
      return forgotten(record);
    default:
      return record;
  }
}

function withMatter(asked: InboundCall['asked'], what: string, at: number): InboundCall['asked'] {
  if (asked.length >= MOST_MATTERS) return asked;
  return [...asked, { what, at: new Date(at).toISOString() }];
}

/** Whether so much changed that a crash must not lose it: the step of the flow, or what is known of the caller. */
export function mustSurvive(before: InboundCall, after: InboundCall): boolean {
  const [was, is] = [before.flowState, after.flowState];
  if (was?.node !== is?.node || was?.orders !== is?.orders || was?.recordings !== is?.recordings) return true;
  const facts = Object.keys(after) as (keyof InboundCall)[];
  return facts.some((fact) => fact !== 'flowState' && before[fact] !== after[fact]);
}
