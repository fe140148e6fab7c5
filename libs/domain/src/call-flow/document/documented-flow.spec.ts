import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NODE_SCHEMAS } from '../schema/node-schemas';
import { KNOWN_VARIABLES, LISTS } from '../text/variables';
import { FLOW_PROBLEM_CODES } from './flow-problem';
import { parseCallFlow } from './parse-call-flow';
import { BRANCH_SUBJECTS } from './vocabulary';

const guide = readFileSync(path.join(__dirname, '../../../../../docs/call-flows.md'), 'utf8');

describe('the guide to call flows', () => {
  it('shows a flow that is valid', () => {
    const [, example = ''] = /```json\n(.*?)```/su.exec(guide) ?? [];
    const parsed = parseCallFlow(JSON.parse(example));
    expect(parsed.ok ? [] : parsed.error).toEqual([]);
  });

  it.each([
    ['kinds of nodes', NODE_SCHEMAS.map(({ properties }) => String(properties?.['kind']?.const))],
    ['problems', FLOW_PROBLEM_CODES],
    ['subjects of branches', Object.keys(BRANCH_SUBJECTS)],
    ['lists', Object.keys(LISTS)],
  ])('names all %s', (_, words) => {
    for (const word of words) expect(guide).toContain(`\`${word}\``);
  });

  it('names all variables', () => {
    for (const name of Object.keys(KNOWN_VARIABLES)) {
      const [prefix = '', field = ''] = name.split('.');
      const line = guide.split('\n').find((one) => one.startsWith('|') && one.includes(`\`${prefix}.`));
      expect({ name, line }).toMatchObject({ line: expect.stringContaining(`.${field}\``) });
    }
  });
});
