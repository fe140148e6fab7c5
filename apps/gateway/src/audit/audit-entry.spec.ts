import { systemContext } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { beginEntry } from './audit-entry';

const AT = new Date('2026-03-02T02:00:00Z');

function entryOf(config: { readonly unnamedInAudit?: boolean }) {
  const { actor, correlationId } = systemContext('test', 'c-1');
  const url = '/api/v1/me/anonymous-complaints';
  const request = { method: 'POST', url, ip: '10.0.0.7', routeOptions: { url, config } };
  const state = { actor: { ...actor, id: 'a-1', name: '李娜' }, correlationId };
  return beginEntry(request as unknown as FastifyRequest, state, AT);
}

describe('an entry of the audit', () => {
  it('tells who did what from where', () => {
    expect(entryOf({})).toMatchObject({ actor: { id: 'a-1', name: '李娜' }, address: '10.0.0.7' });
  });

  it('of what is promised to be anonymous tells that it was done, and neither by whom nor from where', () => {
    const entry = entryOf({ unnamedInAudit: true });
    expect(entry).toMatchObject({
      action: 'POST /api/v1/me/anonymous-complaints',
      actor: { id: 'unnamed', name: '', roles: [] },
      address: '',
    });
    expect(JSON.stringify(entry)).not.toMatch(/a-1|李娜|10\.0\.0\.7/);
  });
});
