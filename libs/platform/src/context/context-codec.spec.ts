import { decodeContext, encodeContext, systemContext } from '.';

describe('context header', () => {
  it('comes back as it went, in ASCII on the way', () => {
    const context = systemContext('ivr', 'c-1');
    const named = { ...context, actor: { ...context.actor, name: '值班长\n' } };
    const header = encodeContext(named);
    expect(header).toMatch(/^[\x21-\x7e]+$/);
    expect(decodeContext(header)).toEqual(named);
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['no JSON', 'hello'],
    ['a broken escape', '%E0%A4%A'],
    ['another shape', encodeURIComponent('{"correlationId":"x","actor":{"id":"admin"}}')],
    [
      'permissions that are no texts',
      encodeURIComponent(
        '{"correlationId":"x","actor":{"id":"a","name":"","roles":[],"permissions":[1],"scope":[]}}',
      ),
    ],
  ])('taken from %s is an anonymous request that may nothing', (_what, header) => {
    const { actor, correlationId } = decodeContext(header);
    expect(actor).toMatchObject({ id: 'anonymous', permissions: [], scope: [] });
    expect(correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
