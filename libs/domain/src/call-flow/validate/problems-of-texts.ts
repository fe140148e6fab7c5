import { SPOKEN_LANGUAGES } from '../../speech';
import type { CallFlowDocument, Piece } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';
import { promptsOf } from '../document/prompts';
import { type FlowText, flowText, variablesIn } from '../text/flow-text';
import { INLINE_VARIABLES, KNOWN_VARIABLES, LISTS } from '../text/variables';

/** Variables that the flow itself sets, by their type: digits that were keyed can be said, fixed words only read. */
export function ownVariables(document: CallFlowDocument): { keyed: Set<string>; fixed: Set<string> } {
  const nodes = Object.values(document.nodes);
  return {
    keyed: new Set(nodes.flatMap((node) => ('into' in node ? [node.into] : []))),
    fixed: new Set(
      nodes.flatMap((node) =>
        node.kind === 'menu' ? node.choices.flatMap(({ set }) => Object.keys(set ?? {})) : [],
      ),
    ),
  };
}

/** Faults of texts taken by themselves: braces, variables and lists that do not exist. */
export function problemsOfTexts(document: CallFlowDocument): FlowProblem[] {
  const { keyed, fixed } = ownVariables(document);
  const sayable = [...INLINE_VARIABLES, ...Object.keys(KNOWN_VARIABLES), ...keyed];
  const say = (pieces: readonly Piece[], path: string): FlowProblem[] =>
    pieces.flatMap((piece, index) => problemsOfPiece(flowText(piece), `${path}[${index}]`, sayable));
  return [
    ...say(document.wrongKey, 'wrongKey'),
    ...say(document.missingKey, 'missingKey'),
    ...Object.entries(document.nodes).flatMap(([name, node]) => {
      const path = `nodes.${name}`;
      const prompts = promptsOf(node).flatMap((prompt) => say(prompt.pieces, `${path}.${prompt.path}`));
      if (node.kind !== 'open-work-order') return prompts;
      const text = flowText({ 'zh-CN': node.text, en: node.text });
      return [...prompts, ...problemsOfPiece(text, `${path}.text`, [...sayable, ...fixed])];
    }),
  ];
}

function problemsOfPiece(text: FlowText, path: string, known: readonly string[]): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const items = text.each === undefined ? {} : LISTS[text.each];
  if (items === undefined)
    problems.push({
      path: `${path}.each`,
      code: 'unknown-variable',
      remedy: `there is no list "${text.each}": use one of ${Object.keys(LISTS).join(', ')}`,
    });
  const expect = (names: readonly string[], where: string) => {
    for (const name of new Set(names)) {
      if (known.includes(name)) continue;
      const remedy = `{${name}} is not known here: use one of ${nearest(name, known).join(', ')}`;
      problems.push({ path: where, code: 'unknown-variable', remedy });
    }
  };
  expect(variablesIn(text), path);
  if (text.when !== undefined) expect([text.when], `${path}.when`);
  if (text.unless !== undefined) expect([text.unless], `${path}.unless`);
  for (const language of SPOKEN_LANGUAGES)
    if (text.texts[language].some((piece) => piece.type === 'words' && /[{}]/.test(piece.text)))
      problems.push({
        path: `${path}.${language}`,
        code: 'stray-brace',
        remedy: 'a brace has no partner: write variables like {bill.amount}',
      });
  return problems;
}

/** Names that begin alike, else all of them. */
function nearest(name: string, known: readonly string[]): readonly string[] {
  const prefix = name.split('.')[0] ?? '';
  const alike = known.filter((other) => other.startsWith(`${prefix}.`));
  return (alike.length > 0 ? alike : known).map((other) => `{${other}}`);
}
