import type { Segment, SpokenLanguage, TextPiece } from '../../speech';
import type { CallFlow } from '../document/call-flow';
import type { FlowFacts } from '../engine/flow-state';
import { type SpeakingContext, speakTexts } from './speak-texts';
import type { FlowText } from './flow-text';
import { INLINE_VARIABLES } from './variables';
import { WORD_TABLES } from './words';

/** Everything that the flow says without data, each segment once: for warming the prompt library. */
export function fixedSegments(
  flow: CallFlow,
  language: SpokenLanguage,
  facts: Pick<FlowFacts, 'unit' | 'hotline'>,
): readonly Segment[] {
  const context: SpeakingContext = { ...facts, language, values: {}, lists: {} };
  const texts = Object.values(flow.prompts).flatMap((prompts) => Object.values(prompts).flat());
  const all = [...flow.wrongKey, ...flow.missingKey, ...texts].flatMap((text) => runsOf(text, language));
  return [...new Set([...speakTexts(all, context), ...tableWords(language)])];
}

/** Words of the system that stand for values: kinds of outages, of cases, of customers. */
const tableWords = (language: SpokenLanguage): Segment[] =>
  Object.values(WORD_TABLES).flatMap((table) => Object.values(table).map((word) => word[language]));

/** A text's words between its variables, each run by itself, said whatever the condition. */
function runsOf({ texts }: FlowText, language: SpokenLanguage): FlowText[] {
  const runs: TextPiece[][] = [[]];
  for (const piece of texts[language]) {
    const inline = piece.type === 'words' || INLINE_VARIABLES.some((name) => name === piece.name);
    if (inline) runs.at(-1)?.push(piece);
    else runs.push([]);
  }
  return runs.map((run) => ({ texts: { 'zh-CN': run, en: run } }));
}
