import type { CallFlowDocument } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';
import { problemsOfFacts } from './problems-of-facts';
import { problemsOfKeys } from './problems-of-keys';
import { problemsOfLoops } from './problems-of-loops';
import { problemsOfNames } from './problems-of-names';
import { problemsOfReach } from './problems-of-reach';
import { problemsOfTexts } from './problems-of-texts';
import { problemsOfWords } from './problems-of-words';

/** What is wrong with a well-formed document. Ways through it are judged once all names are known. */
export function problemsByMeaning(document: CallFlowDocument): FlowProblem[] {
  const names = problemsOfNames(document);
  const local = [...problemsOfKeys(document), ...problemsOfWords(document), ...problemsOfTexts(document)];
  if (names.length > 0) return [...names, ...local];
  const ways = [...problemsOfReach(document), ...problemsOfLoops(document)];
  const known = local.every(({ code }) => code !== 'unknown-variable');
  return [...local, ...ways, ...(known ? problemsOfFacts(document) : [])];
}
