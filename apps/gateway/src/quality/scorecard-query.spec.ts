import { requestValidation } from '../problem/validate';
import { ScorecardQuery } from './quality-queries';

describe('the version of a scorecard that is asked for', () => {
  const ask = (version: string): Promise<unknown> =>
    requestValidation().transform({ version }, { type: 'query', metatype: ScorecardQuery });

  test('is a number that the store knows, or refused by name', async () => {
    await expect(ask('2')).resolves.toEqual({ version: 2 });
    for (const absurd of ['0', '99999999999999999999', '1.5', 'x'])
      await expect(ask(absurd)).rejects.toMatchObject({ details: { fields: [{ field: 'version' }] } });
  });
});
