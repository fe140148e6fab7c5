import type { MigrationInterface, QueryRunner } from 'typeorm';
import { documentHash } from '../call-flow/versions/read-source';

interface StoredFlow {
  readonly id: string;
  readonly document: unknown;
}

/** A fault is called `fault` everywhere; urging is an action on a case and no kind of its own (rules.md §2.7). */
export class KindsOfCases1767200000009 implements MigrationInterface {
  readonly name = 'KindsOfCases1767200000009';

  async up(runner: QueryRunner): Promise<void> {
    await this.rewriteFlows(runner, inNewWords);
    await runner.query(
      `update held_cases set work_order = jsonb_set(work_order, '{kind}', case work_order->>'kind'
         when 'fault-report' then '"fault"' else '"query"' end::jsonb)
       where work_order->>'kind' in ('fault-report', 'urging')`,
    );
    await runner.query(
      `update inbound_calls set asked = replace(asked::text, '"what": "fault-report"', '"what": "fault"')::jsonb
       where asked::text like '%"what": "fault-report"%'`,
    );
    await runner.query(`update call_ratings set matter = 'fault' where matter = 'fault-report'`);
  }

  /** What was an urging stays a query: nothing tells them apart any more. */
  async down(runner: QueryRunner): Promise<void> {
    await this.rewriteFlows(runner, inOldWords);
    await runner.query(
      `update held_cases set work_order = jsonb_set(work_order, '{kind}', '"fault-report"')
       where work_order->>'kind' = 'fault'`,
    );
  }

  private async rewriteFlows(runner: QueryRunner, rewrite: (value: unknown) => unknown): Promise<void> {
    const flows = (await runner.query('select id, document from flow_versions')) as StoredFlow[];
    for (const { id, document } of flows) {
      const rewritten = rewrite(document);
      const sha256 = documentHash(rewritten);
      if (sha256 === documentHash(document)) continue;
      await runner.query('update flow_versions set document = $2, sha256 = $3 where id = $1', [
        id,
        JSON.stringify(rewritten),
        sha256,
      ]);
    }
  }
}

const NEW_WORDS: Readonly<Record<string, string>> = { 'fault-report': 'fault', urging: 'query' };
const OLD_WORDS: Readonly<Record<string, string>> = { fault: 'fault-report' };

const inNewWords = (document: unknown): unknown => inWords(document, NEW_WORDS);
const inOldWords = (document: unknown): unknown => inWords(document, OLD_WORDS);

/** Kinds of cases stand in `order`, the topics named after them in `asks` and `completes`. */
function inWords(value: unknown, words: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => inWords(item, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => {
      const named = field === 'order' || field === 'asks' || field === 'completes';
      if (named && typeof item === 'string') return [field, words[item] ?? item];
      return [field, inWords(item, words)];
    }),
  );
}
