import { defaultCallFlow } from './default-flow/default-call-flow';
import { flowDiagram } from './diagram';

describe('the diagram of a flow', () => {
  const diagram = flowDiagram(defaultCallFlow());
  const lines = diagram.split('\n');

  it('draws every node once, under an id that Mermaid takes', () => {
    const nodes = Object.keys(defaultCallFlow().document.nodes);
    const drawn = lines.filter((line) => line.includes('<br/>'));
    expect(drawn).toHaveLength(nodes.length);
    for (const line of drawn) expect(line).toMatch(/^ {2}n\d+\S+"[^"]+"\S+$/);
  });

  it('draws the ways with their keys, several to one place as one arrow', () => {
    const id = (name: string) => /n\d+/.exec(lines.find((line) => line.includes(`"${name}<br/>`)) ?? '')?.[0];
    expect(diagram).toContain(`${id('main-menu')} -->|"1"| ${id('self-service')}`);
    expect(diagram).toContain(`${id('queue-vip')} -->|"timeout, full"| ${id('all-busy')}`);
    expect(diagram).toContain(`e0(("general (zh-CN)")) --> ${id('greeting')}`);
    expect(diagram).toContain(`human(("0")) -.-> ${id('to-human')}`);
  });

  it('tells what is looked up, opened and queued for', () => {
    expect(diagram).toContain('"look-up-bill<br/>look up bill"');
    expect(diagram).toContain('"open-anonymous-complaint<br/>open complaint, anonymous"');
    expect(diagram).toContain('"queue-vip<br/>queue vip"');
  });

  it('has nothing in it that would end a label', () => {
    for (const line of lines) expect((line.match(/"/g) ?? []).length % 2).toBe(0);
  });
});
