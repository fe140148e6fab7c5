import type { CallFlowDocument, FlowNode, LookUpNode, Piece } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';
import { promptsOf } from '../document/prompts';
import { flowText, variablesIn } from '../text/flow-text';
import { ACCOUNTS_LIST, INLINE_VARIABLES, KNOWN_VARIABLES, LISTS, LOOK_UPS } from '../text/variables';
import { type WayFacts, wayFacts } from './way-facts';

/** What a node needs but not every way to it brings: identity (T1.4), anonymity (§5), values of variables. */
export function problemsOfFacts(document: CallFlowDocument): FlowProblem[] {
  const facts = wayFacts(document);
  return Object.entries(document.nodes).flatMap(([name, node]) => {
    const here = facts.get(name);
    return here ? problemsAt(node, here, `nodes.${name}`) : [];
  });
}

function problemsAt(node: FlowNode, facts: WayFacts, path: string): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const expectSet = (name: string, where: string) => {
    if (!facts.set.has(name)) problems.push(unset(name, where));
  };
  for (const prompt of promptsOf(node)) {
    const known =
      prompt.path === 'which' ? [...facts.set, ACCOUNTS_LIST.name, 'accounts.count'] : [...facts.set];
    prompt.pieces.forEach((piece, index) => {
      problems.push(...unsetIn(piece, known, `${path}.${prompt.path}[${index}]`));
    });
  }
  if (node.kind === 'look-up') {
    if (LOOK_UPS[node.what].private && !facts.identified) problems.push(notIdentified(node, path));
    if (node.what === 'case-progress' && node.with === undefined)
      problems.push({
        path: `${path}.with`,
        code: 'unset-variable',
        remedy: 'name the variable in which the query code was collected',
      });
    if (node.with !== undefined) expectSet(node.with, `${path}.with`);
  }
  if (node.kind === 'open-work-order') {
    problems.push(...unsetIn({ 'zh-CN': node.text, en: node.text }, [...facts.set], `${path}.text`));
    if (node.application !== undefined) expectSet(node.application, `${path}.application`);
    if (node.callBack !== undefined) expectSet(node.callBack, `${path}.callBack`);
    if (node.anonymous === true && (!facts.anonymous || node.callBack !== undefined))
      problems.push({
        path: `${path}.anonymous`,
        code: 'not-anonymous',
        remedy: 'lead every way here through forget-caller, and name no callBack',
      });
    if (node.order === 'application' && node.application === undefined)
      problems.push({
        path: `${path}.application`,
        code: 'unset-variable',
        remedy: 'name the variable that holds the kind of application',
      });
  }
  return problems;
}

function unsetIn(piece: Piece, set: readonly string[], path: string): FlowProblem[] {
  const text = flowText(piece);
  const items = Object.keys(text.each === undefined ? {} : (LISTS[text.each] ?? {}));
  const certain = [...INLINE_VARIABLES, ...items, ...set, text.when];
  const lacking = new Set(
    variablesIn(text).filter((name) => !certain.includes(name) && KNOWN_VARIABLES[name]?.optional !== true),
  );
  const problems = [...lacking].map((name) => unset(name, path));
  if (text.each !== undefined && !set.includes(text.each)) problems.push(unset(text.each, `${path}.each`));
  return problems;
}

function unset(name: string, path: string): FlowProblem {
  return {
    path,
    code: 'unset-variable',
    remedy: `{${name}} has no value on some way here: lead every way through the node that sets it`,
  };
}

function notIdentified(node: LookUpNode, path: string): FlowProblem {
  return {
    path: `${path}.what`,
    code: 'private-without-identity',
    remedy: `${node.what} is private: lead every way here through the exit identified of an identify node`,
  };
}
