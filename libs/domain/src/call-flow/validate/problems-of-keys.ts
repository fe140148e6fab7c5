import type { CallFlowDocument } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';

/** Things that may stand once only: keys of a menu, names of entries, questions of a survey; and digits the wrong way round. */
export function problemsOfKeys(document: CallFlowDocument): FlowProblem[] {
  const problems = doubles(
    document.entries.map(({ name }) => name),
    (index) => `entries[${index}].name`,
    'double-entry',
  );
  for (const [name, node] of Object.entries(document.nodes)) {
    if (node.kind === 'menu')
      problems.push(
        ...doubles(
          node.choices.map(({ key }) => key),
          (index) => `nodes.${name}.choices[${index}].key`,
          'double-key',
        ),
      );
    if (node.kind === 'survey')
      problems.push(
        ...doubles(
          node.questions.map(({ about }) => about),
          (index) => `nodes.${name}.questions[${index}].about`,
          'double-key',
        ),
      );
    if (node.kind === 'collect' && node.minDigits > node.maxDigits)
      problems.push({
        path: `nodes.${name}.minDigits`,
        code: 'out-of-range',
        remedy: `must be at most maxDigits, ${node.maxDigits}`,
      });
    if (node.kind === 'record-message' && node.minSeconds >= node.maxSeconds)
      problems.push({
        path: `nodes.${name}.minSeconds`,
        code: 'out-of-range',
        remedy: `must be less than maxSeconds, ${node.maxSeconds}`,
      });
  }
  return problems;
}

function doubles(
  values: readonly string[],
  pathOf: (index: number) => string,
  code: 'double-entry' | 'double-key',
): FlowProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [
          {
            path: pathOf(index),
            code,
            remedy: `"${value}" stands above already: give another, or leave it out`,
          },
        ]
      : [],
  );
}
