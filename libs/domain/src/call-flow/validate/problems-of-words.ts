import type { BranchNode, CallFlowDocument } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';
import { parseTimeRange } from '../document/time-range';
import { APPLICATION_KINDS, BRANCH_SUBJECTS } from '../document/vocabulary';

/** Words that nothing will ever be equal to: in the cases of a branch, and as kinds of application. */
export function problemsOfWords(document: CallFlowDocument): FlowProblem[] {
  const nodes = Object.entries(document.nodes);
  const applications = new Set(
    nodes.flatMap(([, node]) =>
      node.kind === 'open-work-order' && node.application ? [node.application] : [],
    ),
  );
  return nodes.flatMap(([name, node]) => {
    if (node.kind === 'branch') return problemsOfBranch(node, `nodes.${name}`);
    if (node.kind !== 'menu') return [];
    return node.choices.flatMap(({ set }, index) =>
      Object.entries(set ?? {}).flatMap(([variable, word]): FlowProblem[] =>
        !applications.has(variable) || APPLICATION_KINDS.some((kind) => kind === word)
          ? []
          : [
              {
                path: `nodes.${name}.choices[${index}].set.${variable}`,
                code: 'unknown-word',
                remedy: `"${word}" is no kind of application: use one of ${APPLICATION_KINDS.join(', ')}`,
              },
            ],
      ),
    );
  });
}

function problemsOfBranch(node: BranchNode, path: string): FlowProblem[] {
  const words: readonly string[] = BRANCH_SUBJECTS[node.on];
  const byTime = node.on === 'time-of-day';
  return node.cases.flatMap(({ is }, index) =>
    is.flatMap((word, place): FlowProblem[] => {
      if (byTime ? parseTimeRange(word) !== undefined : words.includes(word)) return [];
      const remedy = byTime
        ? `"${word}" is no range of times: write it like 08:00-12:00, from before to`
        : `${node.on} is never "${word}": use one of ${words.join(', ')}`;
      return [{ path: `${path}.cases[${index}].is[${place}]`, code: 'unknown-word', remedy }];
    }),
  );
}
