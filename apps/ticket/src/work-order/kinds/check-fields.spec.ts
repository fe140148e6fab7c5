import { STANDARD_KINDS, WORK_ORDER_KINDS } from '@switchyard/domain';
import { checkFields, problemOfSchema } from './check-fields';

describe("a kind's own fields", () => {
  it.each(WORK_ORDER_KINDS)('%s: the standard schema is one', (kind) => {
    expect(problemOfSchema(STANDARD_KINDS[kind].fields)).toBeUndefined();
  });

  it('are told apart as missing, unknown and wrong, each by its path', () => {
    const schema = {
      type: 'object',
      properties: {
        names: { type: 'array', items: { type: 'string', maxLength: 3 } },
        when: { type: 'string', pattern: '^\\d+$' },
        how: { enum: ['phone', 'letter'] },
      },
      required: ['place'],
      additionalProperties: false,
    };
    const given = { names: ['abcd'], when: 'soon', how: 'pigeon', colour: 'red' };
    expect(checkFields({ fields: schema }, given)).toEqual([
      { field: 'fields.place', problems: ['is missing'], missing: true },
      { field: 'fields.colour', problems: ['is no field of this kind'], missing: false },
      { field: 'fields.names.0', problems: ['must NOT have more than 3 characters'], missing: false },
      { field: 'fields.when', problems: ['must match pattern "^\\d+$"'], missing: false },
      { field: 'fields.how', problems: ['must be one of phone, letter'], missing: false },
    ]);
  });

  it('need a schema that can be read', () => {
    expect(problemOfSchema({ type: 'colour' })).toContain('type');
    expect(problemOfSchema({ type: 'object', propertees: {} })).toContain('propertees');
    expect(
      problemOfSchema({ type: 'object', properties: { a: { type: 'string', pattern: '(' } } }),
    ).toBeDefined();
  });
});
