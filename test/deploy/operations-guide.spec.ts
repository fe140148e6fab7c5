import { readRepositoryFile } from './compose-file.fixture';
import { sourceFiles } from './source-files.fixture';

const guide = readRepositoryFile('docs/operations.md');
const named = (pattern: RegExp): string[] =>
  [
    ...new Set(
      [...sourceFiles().values()].flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)),
    ),
  ].sort();

describe('the guide for operators', () => {
  const variables = named(/@FromEnv\('([A-Z_]+)'\)/g);
  const metrics = named(/'((?:switchyard|outbox|inbox|operation|http)_[a-z_]+)'/g);

  it('is checked against what the services read and count', () => {
    expect(variables).toContain('IVR_ARI_URL');
    expect(metrics).toContain('switchyard_calls_total');
  });

  it.each(variables)('explains the variable %s', (variable) => {
    expect(guide).toContain(`\`${variable}\``);
  });

  it('explains no variable that nothing reads', () => {
    const table = guide.slice(guide.indexOf('## Configuration of the services'), guide.indexOf('## Logs'));
    const explained = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, variable = '']) => variable);
    expect(explained.filter((variable) => !variables.includes(variable))).toEqual([]);
  });

  it.each(metrics)('explains the metric %s', (metric) => {
    expect(guide).toContain(`\`${metric}\``);
  });
});
