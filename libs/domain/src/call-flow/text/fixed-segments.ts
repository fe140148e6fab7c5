import type { Segment, SpokenLanguage } from '../../speech';
import type { CallFlow } from '../document/call-flow';
import type { FlowFacts } from '../engine/flow-state';

/** Everything that the flow says without data, for warming the prompt library. */
export function fixedSegments(
  flow: CallFlow,
  language: SpokenLanguage,
  facts: Pick<FlowFacts, 'unit' | 'hotline'>,
): readonly Segment[] {
  return flow.document.nodes && facts ? [language] : [];
}
