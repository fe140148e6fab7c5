import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import defaultFlow from '../default-flow/default-call-flow.json';
import { CALL_FLOW_SCHEMA } from './call-flow-schema';
import { problemsBySchema } from './problems-by-schema';

const valid = new Ajv2020({ allErrors: false }).compile(CALL_FLOW_SCHEMA);

/** A node of every kind. */
const document = {
  ...defaultFlow,
  nodes: Object.fromEntries(
    Object.entries(defaultFlow.nodes).filter(
      ([, node], index, all) => all.findIndex(([, other]) => other.kind === node.kind) === index,
    ),
  ),
};

/** Places in a document, as paths of fields. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([field, inner]) => places(inner, [...path, field]))];
}

function changed(value: unknown, path: readonly string[], instead: unknown): unknown {
  const [field, ...rest] = path;
  if (field === undefined) return instead;
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const record = copy as Record<string, unknown>;
  if (rest.length === 0 && instead === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(field), 1);
    else delete record[field];
    return copy;
  }
  record[field] = changed(record[field], rest, instead);
  return copy;
}

describe('the JSON Schema of call flows', () => {
  it('takes the default flow', () => {
    expect(valid(defaultFlow)).toBe(true);
    expect(problemsBySchema(CALL_FLOW_SCHEMA, defaultFlow)).toEqual([]);
  });

  it('is of one mind with the parser, wherever a document is changed, whatever stands there instead', () => {
    const instead = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, '', 'menu', 'x'.repeat(3000), 0, -1, 1.5, 1e9, true, [], {}),
      fc.constantFrom<unknown>(['a'], { kind: 'say' }, { kind: 'hang-up' }, { 'zh-CN': '是' }, '12', 'zh-CN'),
    );
    const refused = { count: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...places(document)), instead, (path, value) => {
        const given = changed(document, path, value);
        const problems = problemsBySchema(CALL_FLOW_SCHEMA, given);
        expect({ path, valid: valid(given) }).toEqual({ path, valid: problems.length === 0 });
        refused.count += problems.length > 0 ? 1 : 0;
      }),
      { numRuns: 250 },
    );
    expect(refused.count).toBeGreaterThan(50);
  });

  it('says of every field what it is for', () => {
    const nameless = places(CALL_FLOW_SCHEMA)
      .filter((path) => path.at(-2) === 'properties')
      .map((path) =>
        path.reduce<unknown>((value, field) => (value as Record<string, unknown>)[field], CALL_FLOW_SCHEMA),
      )
      .filter((field) => {
        const { type, description } = field as { type?: string; description?: string };
        return ['string', 'integer', 'number', 'boolean'].includes(type ?? '') && description === undefined;
      });
    expect(nameless).toEqual([]);
  });
});
