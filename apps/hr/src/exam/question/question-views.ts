import { QUESTION_ERRORS, type QuestionFields, type QuestionView } from '@switchyard/contracts';
import type { DocumentProblem, QuestionBody } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Question } from './questions.port';

export const toQuestionView = ({ code, version, active, ...question }: Question): QuestionView => ({
  code,
  version,
  active,
  ...toQuestionFields(question),
});

export function toQuestionFields({
  options,
  key,
  ...question
}: Omit<Question, 'code' | 'version' | 'active'>): QuestionFields {
  return { ...question, options: [...options], key: keyOf(key) };
}

/** A key in the words of its contract, whose lists may be changed by whoever has it. */
export function keyOf({ correct, texts, ...key }: QuestionBody['key']): QuestionFields['key'] {
  return { ...key, ...(correct && { correct: [...correct] }), ...(texts && { texts: [...texts] }) };
}

export const questionNotFound = (code: string): DomainError =>
  new DomainError(QUESTION_ERRORS.notFound, `There is no question ${code}.`, { field: 'code', code });

export const questionInvalid = (problems: readonly DocumentProblem[]): DomainError =>
  new DomainError(
    QUESTION_ERRORS.invalid,
    `The question cannot be asked: ${problems.map(({ path, problem }) => `${path} ${problem}`).join('; ')}.`,
    { fields: problems.map(({ path, problem }) => ({ field: path, problems: [problem] })) },
  );
