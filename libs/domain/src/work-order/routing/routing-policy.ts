import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../../shared';
import { WORK_ORDER_KINDS, type WorkOrderKind } from '../kinds/vocabulary';
import type { TwoLanguages } from '../kinds/kind-definition';
import { readCode, readNames } from '../read-document';

export interface ContentCategory {
  readonly code: string;
  readonly names: TwoLanguages;
  readonly kinds: readonly WorkOrderKind[];
  /** A matter of integrity goes to discipline inspection (C3). */
  readonly integrity: boolean;
}

/** What a rule does not name, it does not ask for. */
export interface RoutingRule {
  readonly kind?: WorkOrderKind;
  readonly category?: string;
  readonly areaCode?: string;
  readonly department: string;
}

/** Where work orders go: dated data. */
export interface RoutingPolicy {
  readonly categories: readonly ContentCategory[];
  readonly rules: readonly RoutingRule[];
  /** Department of integrity matters. */
  readonly integrityDepartment: string;
}

const AREA = /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/;

export function parseRoutingPolicy(document: unknown): Result<RoutingPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const categories = reader.objects('categories').map(readCategory);
  const rules = reader.objects('rules').map(readRule);
  const integrityDepartment = readCode(reader, 'integrityDepartment');
  reader.refuseUnknownFields();
  const known = new Set(categories.map((category) => category.code));
  if (known.size < categories.length) reader.complain('categories', 'must have every code once');
  rules.forEach(({ category }, index) => {
    if (category !== undefined && !known.has(category))
      reader.complain(`rules[${index}].category`, `must be one of ${[...known].join(', ')}`);
  });
  return reader.problems.length === 0
    ? ok({ categories, rules, integrityDepartment })
    : refused(reader.problems);
}

function readCategory(reader: DocumentReader): ContentCategory {
  const category = {
    code: readCode(reader, 'code'),
    names: readNames(reader.object('names')),
    kinds: reader.words('kinds', WORK_ORDER_KINDS),
    integrity: reader.boolean('integrity'),
  };
  reader.refuseUnknownFields();
  return category;
}

function readRule(reader: DocumentReader): RoutingRule {
  const rule = {
    ...(reader.has('kind') && { kind: reader.oneOf('kind', WORK_ORDER_KINDS) }),
    ...(reader.has('category') && { category: readCode(reader, 'category') }),
    ...(reader.has('areaCode') && {
      areaCode: reader.text(
        'areaCode',
        'the code of an area',
        (text) => (AREA.test(text) ? text : undefined),
        'x',
      ),
    }),
    department: readCode(reader, 'department'),
  };
  reader.refuseUnknownFields();
  return rule;
}
