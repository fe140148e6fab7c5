import type { DataSource } from 'typeorm';
import { from as copyFrom } from 'pg-copy-streams';
import { Logger, ServiceConfig, UnitOfWork } from '../src';
import { openDataSource } from '../src/persistence/data-source';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';

let postgres: TestPostgres;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  postgres = await startTestPostgres();
  // One connection: what is not given back properly is missed at once.
  const config = Object.assign(new ServiceConfig(), {
    databaseUrl: postgres.url('hr'),
    databasePoolSize: 1,
    databaseStatementTimeoutMs: 1_000,
  });
  dataSource = await openDataSource({ schema: 'hr' }, config, Logger.silent());
  unitOfWork = new UnitOfWork(dataSource, Logger.silent());
  await unitOfWork.query('CREATE TABLE note (text text NOT NULL)');
});

afterAll(async () => {
  await dataSource?.destroy();
  await postgres?.remove();
});

beforeEach(() => unitOfWork.query('DELETE FROM note'));

const write = (text: string) => unitOfWork.query('INSERT INTO note VALUES ($1)', [text]);
const notes = async () =>
  (await unitOfWork.query<{ text: string }>('SELECT text FROM note')).map((row) => row.text);

describe('UnitOfWork', () => {
  it('commits what the work did', async () => {
    await expect(unitOfWork.inTransaction(() => write('a').then(() => 7))).resolves.toBe(7);
    expect(await notes()).toEqual(['a']);
  });

  it('undoes everything when the work throws, inner work included', async () => {
    const work = unitOfWork.inTransaction(async () => {
      await write('outer');
      await unitOfWork.inTransaction(() => write('inner'));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await notes()).toEqual([]);
  });

  it('shares its transaction with entity managers and lent connections', async () => {
    const work = unitOfWork.inTransaction(async () => {
      await unitOfWork.manager.query(`INSERT INTO note VALUES ('manager')`);
      await unitOfWork.withConnection((client) => client.query(`INSERT INTO note VALUES ('client')`));
      expect(await notes()).toEqual(['manager', 'client']);
      throw new Error('undo');
    });
    await expect(work).rejects.toThrow('undo');
    expect(await notes()).toEqual([]);
  });

  it('returns the rows of UPDATE … RETURNING, and how many rows a statement changed', async () => {
    await write('a');
    await expect(unitOfWork.query(`UPDATE note SET text = 'b' RETURNING text`)).resolves.toEqual([
      { text: 'b' },
    ]);
    await expect(unitOfWork.execute(`UPDATE note SET text = 'c'`)).resolves.toBe(1);
  });

  it('runs a prepared statement again with other parameters, inside a transaction and outside', async () => {
    const find = (text: string) =>
      unitOfWork.queryPrepared<{ text: string }>('find-note', 'SELECT text FROM note WHERE text = $1', [
        text,
      ]);
    await write('a');
    expect(await find('a')).toEqual([{ text: 'a' }]);
    const work = unitOfWork.inTransaction(async () => {
      await write('b');
      expect(await find('b')).toEqual([{ text: 'b' }]);
      throw new Error('undo');
    });
    await expect(work).rejects.toThrow('undo');
    expect(await find('b')).toEqual([]);
  });

  it('runs hooks after the commit only, and one that fails does not undo it', async () => {
    const ran: string[] = [];
    await unitOfWork.inTransaction(async () => {
      unitOfWork.afterCommit(() => {
        throw new Error('broken hook');
      });
      unitOfWork.afterCommit(() => ran.push('committed'));
      await write('a');
      expect(ran).toEqual([]);
    });
    expect(ran).toEqual(['committed']);
    const undone = unitOfWork.inTransaction(async () => {
      unitOfWork.afterCommit(() => ran.push('undone'));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(ran).toEqual(['committed']);
    expect(await notes()).toEqual(['a']);
  });

  it('stops a statement that takes too long, unless the transaction allows more', async () => {
    await expect(unitOfWork.query('SELECT pg_sleep(3)')).rejects.toThrow('statement timeout');
    const patient = unitOfWork.inTransaction(() => unitOfWork.query('SELECT pg_sleep(1.3)'), {
      statementTimeoutMs: 10_000,
    });
    await expect(patient).resolves.toHaveLength(1);
    await expect(unitOfWork.query('SELECT pg_sleep(3)')).rejects.toThrow('statement timeout');
  });

  it('does not lend out again a connection that was left in the middle of a COPY', async () => {
    const abandoned = unitOfWork.withConnection(async (client) => {
      const copy = client.query(copyFrom('COPY note FROM STDIN'));
      copy.on('error', () => undefined);
      copy.write('half a file\n');
      throw new Error('the upload broke off');
    });
    await expect(abandoned).rejects.toThrow('broke off');
    expect(await notes()).toEqual([]);
  });
});
