import { COMMON_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { QueryCodePool } from './query-code-pool.port';
import { QueryCodes } from './query-codes';

class MemoryPool extends QueryCodePool {
  codes: string[] = [];
  take = async () => this.codes.shift();
  add = async (codes: readonly string[]) => void this.codes.push(...codes);
  count = async () => this.codes.length;
}

function setUp() {
  const pool = new MemoryPool();
  const asked: object[] = [];
  const told: string[] = [];
  const ticket = { away: false };
  const call = async (_operation: unknown, request: { count: number }, context: object) => {
    if (ticket.away) throw new DomainError(COMMON_ERRORS.unavailable, 'away');
    asked.push({ ...request, context });
    const serial = (index: number) => String(asked.length * 1_000 + index).padStart(8, '0');
    return { queryCodes: Array.from({ length: request.count }, (_, index) => serial(index)) };
  };
  const codes = new QueryCodes(pool, { call } as never, { warn: (message) => void told.push(message) });
  return { pool, asked, told, ticket, codes };
}

describe('query codes for anonymous callers', () => {
  it('are there before they are needed, and asked for again when they run low', async () => {
    const { codes, pool, asked } = setUp();
    await codes.fill();
    expect(pool.codes).toHaveLength(50);
    await codes.fill();
    expect(asked).toHaveLength(1);
    pool.codes.splice(0, 30);
    await codes.fill();
    expect(asked).toMatchObject([{ count: 50 }, { count: 30 }]);
  });

  it('are told also while ticket is away', async () => {
    const { codes, ticket } = setUp();
    await codes.fill();
    ticket.away = true;
    expect(await codes.take()).toBe('00001000');
  });

  it('are asked for one by one when there is none, under a request of their own', async () => {
    const { codes, asked } = setUp();
    expect(await codes.take()).toBe('00001000');
    expect(asked).toMatchObject([{ count: 1 }]);
  });

  it('are missing when nobody can give one: the caller is served all the same', async () => {
    const { codes, ticket, told } = setUp();
    ticket.away = true;
    expect(await codes.take()).toBeUndefined();
    expect(told).toEqual(['there is no query code for a caller']);
  });
});
