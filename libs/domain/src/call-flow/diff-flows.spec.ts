import { defaultCallFlow } from './default-flow/default-call-flow';
import { diffFlows } from './diff-flows';
import type { CallFlowDocument } from './document/flow-document';

const { document } = defaultCallFlow();
const withNodes = (nodes: CallFlowDocument['nodes']): CallFlowDocument => ({ ...document, nodes });

describe('the difference of two flows', () => {
  it('is nothing where they are alike, in whatever order their fields stand', () => {
    const turned = withNodes(Object.fromEntries(Object.entries(document.nodes).reverse()));
    expect(diffFlows(document, turned)).toEqual([]);
  });

  it('names nodes that came and went whole, and what changed by its path', () => {
    const { goodbye, thanks: _, ...rest } = document.nodes;
    if (goodbye?.kind !== 'say') throw new Error('goodbye is said');
    const after = withNodes({
      ...rest,
      goodbye: { ...goodbye, say: [{ 'zh-CN': '再见！', en: 'Goodbye!' }], interruptible: false },
      bye: { kind: 'hang-up' },
    });
    const changes = diffFlows(document, after);
    expect(changes.map(({ path, change }) => [path, change])).toEqual([
      ['nodes.thanks', 'removed'],
      ['nodes.goodbye.say[0].zh-CN', 'changed'],
      ['nodes.goodbye.say[0].en', 'changed'],
      ['nodes.goodbye.interruptible', 'added'],
      ['nodes.bye', 'added'],
    ]);
    expect(changes[2]).toEqual({
      path: 'nodes.goodbye.say[0].en',
      change: 'changed',
      before: 'Thank you for calling. Goodbye!',
      after: 'Goodbye!',
    });
  });

  it('names choices of a menu that came and went', () => {
    const menu = document.nodes['offer-human'];
    if (menu?.kind !== 'menu') throw new Error('a human is offered');
    const longer = { ...menu, choices: [...menu.choices, { key: '1', next: 'goodbye' }] };
    expect(diffFlows(document, withNodes({ ...document.nodes, 'offer-human': longer }))).toEqual([
      { path: 'nodes.offer-human.choices[1]', change: 'added', after: { key: '1', next: 'goodbye' } },
    ]);
  });
});
