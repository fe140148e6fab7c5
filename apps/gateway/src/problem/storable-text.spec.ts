import { requestValidation } from './validate';
import { textProblems } from './storable-text';

describe('text that nobody could store', () => {
  const fieldsOf = (value: unknown) => textProblems(value).map(({ field }) => field);

  it('is found at any depth, in keys too', () => {
    const value = {
      text: 'a\u0000b',
      fields: { demand: ['fine', 'half \ud800 of one'], 'k\u0000': 1 },
      rows: [{ name: '张三😀', count: 3, none: null }],
    };
    expect(fieldsOf(value)).toEqual(['text', 'fields.demand.1', 'fields']);
    expect(fieldsOf('\u0000')).toEqual(['body']);
  });

  it('is found in a query string, which has a prototype of its own', () => {
    const query = Object.create(Object.create(null) as object) as Record<string, unknown>;
    query['search'] = '\u0000';
    expect(fieldsOf(query)).toEqual(['search']);
  });

  it('is not looked for in what is no plain JSON, such as a file', () => {
    expect(fieldsOf({ file: Buffer.from('\u0000'), at: new Date() })).toEqual([]);
  });

  it('is refused before anything else is looked at', async () => {
    const refused = requestValidation().transform({ search: '\u0000a' }, { type: 'query', metatype: Object });
    await expect(refused).rejects.toMatchObject({
      code: 'request.invalid',
      details: { fields: [{ field: 'search' }] },
    });
  });
});
