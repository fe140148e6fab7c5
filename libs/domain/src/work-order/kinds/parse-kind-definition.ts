import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../../shared';
import { WORK_ORDER_EVENT_TYPES } from '../history/event-types';
import { readCode, readNames } from '../read-document';
import { NEEDED_FACTS, type TransitionDefinition, type WorkOrderKindDefinition } from './kind-definition';
import type { WorkOrderKind } from './vocabulary';

/**
 * The definition of a kind, or everything that is wrong with it: unknown stages or events, no way to an end, a stage
 * that nothing leads to. The JSON Schema in `fields` is only taken as an object here; its own checker judges it.
 */
export function parseKindDefinition(
  kind: WorkOrderKind,
  document: unknown,
): Result<WorkOrderKindDefinition, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const names = readNames(reader.object('names'));
  const stages = reader.objects('stages').map((stage) => {
    const read = {
      name: readCode(stage, 'name'),
      names: readNames(stage.object('names')),
      ...(stage.has('final') && { final: stage.boolean('final') }),
    };
    stage.refuseUnknownFields();
    return read;
  });
  const initial = readCode(reader, 'initial');
  const known = stages.map(({ name }) => name);
  const transitions = reader.objects('transitions').map((transition) => readTransition(transition, known));
  const needs = reader.words('needs', NEEDED_FACTS);
  reader.object('fields');
  const fields = (document as { fields?: Readonly<Record<string, unknown>> } | null)?.fields ?? {};
  reader.refuseUnknownFields();
  const definition = { kind, names, stages, initial, transitions, fields, needs };
  if (reader.problems.length === 0) complainOfStages(definition, reader);
  return reader.problems.length === 0 ? ok(definition) : refused(reader.problems);
}

function readTransition(reader: DocumentReader, stages: readonly string[]): TransitionDefinition {
  const [first = 'received', ...others] = stages;
  const transition = {
    on: reader.oneOf('on', ['opened', ...WORK_ORDER_EVENT_TYPES]),
    from: reader.words('from', stages),
    ...(reader.has('to') && { to: reader.oneOf('to', [first, ...others]) }),
  };
  reader.refuseUnknownFields();
  return transition;
}

function complainOfStages(definition: WorkOrderKindDefinition, reader: DocumentReader): void {
  const { stages, initial, transitions } = definition;
  const names = stages.map(({ name }) => name);
  if (new Set(names).size < names.length) reader.complain('stages', 'must have every name once');
  if (!names.includes(initial)) return reader.complain('initial', `must be one of ${names.join(', ')}`);
  const final = stages.filter(({ final: ends }) => ends === true).map(({ name }) => name);
  if (final.length === 0) reader.complain('stages', 'must have one that is final');
  const reached = new Set([initial]);
  for (let size = 0; size < reached.size;) {
    size = reached.size;
    for (const { from, to } of transitions)
      if (to !== undefined && from.some((stage) => reached.has(stage))) reached.add(to);
  }
  names.forEach((name, index) => {
    if (!reached.has(name)) reader.complain(`stages[${index}].name`, `${name} is reached by no transition`);
  });
  if (!final.some((name) => reached.has(name)))
    reader.complain('transitions', 'must lead to a stage that is final');
}
