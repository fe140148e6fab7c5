import { parseTimeRange } from '../../document/time-range';
import type { BranchNode, NodeName } from '../../document/flow-document';
import type { FlowState } from '../flow-state';
import { standingOf } from '../standing';

export function decideBranch(node: BranchNode, state: FlowState): NodeName {
  const holds = (word: string) =>
    node.on === 'time-of-day' ? isWithin(word, state.facts.minuteOfDay) : word === wordOf(node.on, state);
  return node.cases.find(({ is }) => is.some(holds))?.next ?? node.otherwise;
}

function wordOf(subject: Exclude<BranchNode['on'], 'time-of-day'>, state: FlowState): string {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  switch (subject) {
    case 'value-tier':
      return standingOf(state).valueTier;
    case 'list-flag':
      return standingOf(state).listFlag;
    case 'important':
      return yes(standingOf(state).important);
    case 'language':
      return state.language;
    case 'identified':
      return yes(state.account !== undefined);
    case 'anonymous':
      return yes(state.anonymous);
    case 'caller-number':
      return state.facts.from === undefined ? 'withheld' : 'known';
    case 'bound-accounts': {
      const count = state.accounts?.length ?? 0;
      return count === 0 ? 'none' : count === 1 ? 'one' : 'several';
    }
    case 'working-day':
      return yes(state.facts.workingDay);
  }
}

function isWithin(range: string, minute: number): boolean {
  const parsed = parseTimeRange(range);
  return parsed !== undefined && minute >= parsed.fromMinute && minute < parsed.toMinute;
}
