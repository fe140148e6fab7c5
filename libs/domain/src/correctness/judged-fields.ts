import type { AuditedSubject } from './correctness-policy';

/** What a second person judges of each; the key fields of an enquiry are those of art. 23(8). */
export const JUDGED_FIELDS: Readonly<Record<AuditedSubject, readonly string[]>> = {
  'work-orders': ['kind', 'content', 'address', 'contact', 'owner', 'fields'],
  enquiries: ['caller-number', 'time', 'type', 'name', 'content'],
  'outage-notices': ['area', 'time', 'cause', 'restoration'],
};

export const FIELD_VERDICTS = ['right', 'wrong', 'not-applicable'] as const;
export type FieldVerdict = (typeof FIELD_VERDICTS)[number];
export type Verdicts = Readonly<Record<string, FieldVerdict>>;

/** What is wrong with a judgement, field by field: every field needs a verdict, no other has one, and one at least must apply. */
export function problemsOfVerdicts(
  subject: AuditedSubject,
  verdicts: Readonly<Record<string, string>>,
): { field: string; problem: string }[] {
  const fields = JUDGED_FIELDS[subject];
  const missing = fields
    .filter((field) => !(FIELD_VERDICTS as readonly string[]).includes(verdicts[field] ?? ''))
    .map((field) => ({ field, problem: `must be one of ${FIELD_VERDICTS.join(', ')}` }));
  const unknown = Object.keys(verdicts)
    .filter((field) => !fields.includes(field))
    .map((field) => ({ field, problem: `is not judged here; judged are ${fields.join(', ')}` }));
  if (missing.length + unknown.length > 0) return [...missing, ...unknown];
  return fields.every((field) => verdicts[field] === 'not-applicable')
    ? [{ field: fields[0] ?? '', problem: 'at least one field must be right or wrong' }]
    : [];
}
