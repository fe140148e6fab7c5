import { callerSteps, checkCall, identityOf, type IncomingCall, scenarioOf } from './caller-scenario';

export interface CrowdScenario {
  readonly xml: string;
  /** What sipp hands the callers one after another: number and plan. */
  readonly list: string;
}

/**
 * One scenario for many callers: each finds the steps of its plan by a list. Callers who do the same share them, for
 * sipp takes long over large scenarios. @throws RangeError when a number or key is none, or two callers have the same
 * number
 */
export function crowdScenario(callers: readonly IncomingCall[], attentive: boolean): CrowdScenario {
  const numbers = new Set(callers.map(({ from }) => from));
  if (numbers.size !== callers.length || numbers.has('')) {
    throw new RangeError('callers of a crowd are told apart by their numbers: give each its own');
  }
  for (const caller of callers) checkCall(caller);
  const planOf = (caller: IncomingCall) => JSON.stringify({ ...caller, from: '' });
  const plans = new Map(callers.map((caller) => [planOf(caller), caller]));
  const index = new Map([...plans.keys()].map((plan, at) => [plan, `p${at}_`]));
  const recognise = [...index.values()].map(
    (id) =>
      `<nop next="${id}begin" test="${id}is"><action>` +
      `<ereg regexp="^${id}$" search_in="var" variable="plan" assign_to="${id}is"/></action></nop>`,
  );
  const steps = [...plans].map(([plan, caller]) => {
    const id = index.get(plan) ?? '';
    const options = { identity: identityOf('[field0]'), id, attentive };
    return `<label id="${id}begin"/>\n${callerSteps(caller, options)}`;
  });
  const xml = scenarioOf([
    '<nop><action><assignstr assign_to="plan" value="[field1]"/>' +
      '<log message="[timestamp] CALLS caller [call_id] [field0]"/></action></nop>',
    ...recognise,
    '<nop next="end"/>',
    ...steps,
  ]);
  const rows = callers.map((caller) => `${caller.from};${index.get(planOf(caller))}`);
  return { xml, list: ['SEQUENTIAL', ...rows, ''].join('\n') };
}
